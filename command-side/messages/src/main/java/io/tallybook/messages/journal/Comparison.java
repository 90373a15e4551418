package io.tallybook.messages.journal;

/** How a key stands on both sides. */
public enum Comparison {
    /** Acknowledged and booked, the same count and amounts. */
    AGREES,
    /** Booked with another count, amount or content. */
    DIFFERS,
    /** Acknowledged, yet the ERP does not have it. */
    MISSING,
    /** Booked, yet we know of no acknowledgement. */
    UNEXPECTED,
    /** Neither acknowledged nor booked: refused, or still on its way. */
    NOT_BOOKED
}
