package io.tallybook.messages.network;

/** What a point is to its area's balance; its values are signed as everywhere, positive into the system. */
public enum PointRole {
    /** Gas enters or leaves the system here; counts as receipt or delivery by each day's direction, and is allocated. */
    FLOW,
    /** Storage: its published value counts as storage change with the opposite sign, and is carried, not allocated. */
    STORAGE,
    /** The gas in the pipes: gas packed counts like gas stored, gas drawn like gas withdrawn; carried, not allocated. */
    LINEPACK,
    /** Gas the system burns, flares or vents itself; counts with the opposite sign of its values, and is not allocated. */
    FUEL;

    /** Whether what stands here is gas kept, in storage or in the pipes. */
    public boolean keeps() {
        return this == STORAGE || this == LINEPACK;
    }
}
