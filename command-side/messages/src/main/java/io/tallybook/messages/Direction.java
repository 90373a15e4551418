package io.tallybook.messages;

/** Which way gas went that day: into the system (receipt) or out of it (delivery). */
public enum Direction {
    RECEIPT,
    DELIVERY;

    /** The signed energy: positive into the system, negative out. */
    public Energy sign(Energy quantity) {
        return this == RECEIPT ? quantity : quantity.negate();
    }

    /** Zero counts as a receipt. */
    public static Direction of(Energy signed) {
        return signed.signum() < 0 ? DELIVERY : RECEIPT;
    }
}
