package io.tallybook.query.adjustment;

/** Where a package of adjustments stands. */
public enum PackageState {
    /** To be prepared, for the first time or anew. */
    COLLECTING,
    CALCULATING,
    /** Calculated and below materiality: it waits for others. */
    HELD_BACK,
    /** Calculated: to be approved or rejected. */
    OFFERED,
    APPROVED,
    BOOKED,
    /** Booked, and refused by the ERP: its journal is to be posted again. */
    REFUSED,
    REJECTED;

    public boolean isPending() {
        return this == COLLECTING || this == CALCULATING || this == HELD_BACK || this == OFFERED;
    }
}
