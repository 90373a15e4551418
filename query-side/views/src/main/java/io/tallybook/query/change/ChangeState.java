package io.tallybook.query.change;

/** Where a change stands. */
public enum ChangeState {
    /** Waits for another person. */
    PROPOSED,
    /** Approved: its orders are being given. */
    APPROVED,
    /** By another person, or withdrawn by who proposed it. */
    REJECTED,
    /** Every row is in force. */
    IN_FORCE,
    /** Approved, but a rule refused some of its rows. */
    PARTLY_REFUSED
}
