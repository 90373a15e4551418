package io.tallybook.query.journal;

/** How far a key has come to the ERP. */
public enum KeyState {
    /** Handed over; nothing is known to have left yet, or it left as a file. */
    REQUESTED,
    SENT,
    /** Whether the ERP has booked it is not known; it is asked. */
    UNKNOWN,
    ACKNOWLEDGED,
    REJECTED
}
