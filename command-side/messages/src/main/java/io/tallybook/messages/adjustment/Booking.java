package io.tallybook.messages.adjustment;

/** How an approved package enters the books; its money is booked in the group's open period either way. */
public enum Booking {
    /** Quantity and money in the open period, on the accounts of adjustments. */
    OPEN_PERIOD,
    /** The quantity is restated in its production month (NAESB WGQ 2.3.14), the money booked in the open period. */
    RESTATED
}
