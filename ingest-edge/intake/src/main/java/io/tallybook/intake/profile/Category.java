package io.tallybook.intake.profile;

/** Why something became a dead letter; the name stands in the event. */
public enum Category {
    /** The row, or the rest of the file, could not be read at all. */
    UNREADABLE,
    UNKNOWN_POINT,
    UNKNOWN_CONTRACT,
    BAD_TIME,
    BAD_NUMBER,
    BAD_SIGN,
    BAD_UNIT,
    /** No value, and no null rule that names it. */
    NULL_VALUE,
    /** The interval came twice in one delivery with different values; the first one counts. */
    DUPLICATE,
    /** The model's own rule said no. */
    REFUSED
}
