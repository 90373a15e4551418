package io.tallybook.query.deadletter;

/** What became of a dead letter. */
public enum DeadLetterStatus {
    OPEN,
    /** The accountant excluded it with a reason. */
    EXCLUDED,
    /** A good record for its interval came. */
    REPLACED
}
