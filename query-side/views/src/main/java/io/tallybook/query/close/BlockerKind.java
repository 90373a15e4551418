package io.tallybook.query.close;

/** What stands in the way. */
public enum BlockerKind {
    MISSING_RECORDS,
    OPEN_DEAD_LETTERS,
    IMBALANCE_UNEXPLAINED,
    ALLOCATION_FAILED,
    PRICE_MISSING,
    JOURNAL_FAILED,
    LATE_UNDECIDED,
    POSTING_FAILED,
    /** The pack was rejected and nothing has changed since. */
    REJECTED,
    /** Anything else a process reported. */
    REPORTED
}
