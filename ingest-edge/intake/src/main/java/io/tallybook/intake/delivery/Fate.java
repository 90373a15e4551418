package io.tallybook.intake.delivery;

/** What became of one value. */
public enum Fate {
    /** The first figure of its interval. */
    ACCEPTED,
    /** Equal to the latest known. */
    UNCHANGED,
    /** Another figure than the latest known, taken in. */
    CORRECTED,
    /** Another figure than the latest known, for a frozen or closed month. */
    LATE,
    /** The same interval again in one delivery, with the same value. */
    DUPLICATE,
    /** No value, and none was due. */
    ABSENT,
    /** Became a dead letter. */
    REJECTED
}
