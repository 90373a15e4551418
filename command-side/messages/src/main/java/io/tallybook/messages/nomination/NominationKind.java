package io.tallybook.messages.nomination;

/** Whose word a figure is. */
public enum NominationKind {
    /** What the shipper nominated and the operator confirmed: what was to flow. */
    NOMINATED,
    /** What the point's operator says, or measured, of this party's gas: what did flow. */
    OPERATOR_VALUE
}
