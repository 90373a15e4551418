package io.tallybook.messages.network;

/** What a point is to its area's balance. */
public enum PointRole {
    /** Gas enters or leaves the system here; counts as receipt or delivery by each day's direction, and is allocated. */
    FLOW,
    /** Storage: its published value counts as storage change with the opposite sign, and is carried, not allocated. */
    STORAGE
}
