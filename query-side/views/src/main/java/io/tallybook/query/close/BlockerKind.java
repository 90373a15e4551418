package io.tallybook.query.close;

/** What stands in the way. */
public enum BlockerKind {
    MISSING_RECORDS,
    /** A missing record has an estimate that is material; somebody who did not make it accepts it. */
    ESTIMATE_NOT_ACCEPTED,
    OPEN_DEAD_LETTERS,
    IMBALANCE_UNEXPLAINED,
    /** Explained; somebody who did not explain it accepts it. */
    IMBALANCE_NOT_ACCEPTED,
    ALLOCATION_FAILED,
    PRICE_MISSING,
    /** Lines of a contract that differ too much wait for a word or for a second person. */
    VARIANCE_UNREVIEWED,
    JOURNAL_FAILED,
    LATE_UNDECIDED,
    POSTING_FAILED,
    /** The pack was rejected and nothing has changed since. */
    REJECTED,
    /** A person, or the house while the month before is open again, holds it. */
    ON_HOLD,
    /** Anything else a process reported. */
    REPORTED
}
