package io.tallybook.messages.close;

/** Who brings a close the news of what it was given: each takes the log's events in order, one at a time. */
public enum NewsRelay {
    /** Rosters, terms and accounts that changed after they were taken. */
    OUTDATED_PINS,
    /** Prices that were corrected. */
    VALUATION,
    /** Facts that came after the freeze. */
    LATE_FACTS,
    /** Rejected readings of frozen months. */
    DEAD_LETTERS,
    /** Reviews of variances that no longer stand. */
    VARIANCES
}
