package io.tallybook.query.metering;

/** What a version of a record counts for. */
public enum RecordStanding {
    /** The figure in force. */
    EFFECTIVE,
    /** Replaced by a later version. */
    REPLACED,
    /** Came while the month was frozen; changed no figure (yet). */
    LATE_FROZEN,
    /** Came after the month was closed; became an adjustment. */
    LATE_CLOSED
}
