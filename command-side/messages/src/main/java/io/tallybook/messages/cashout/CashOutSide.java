package io.tallybook.messages.cashout;

import io.tallybook.messages.Direction;

/** Who owes an imbalance, and so which tiers price it. */
public enum CashOutSide {
    /** Under-supply: the shipper brought less, or took more, than was scheduled. It pays. */
    DUE_PIPELINE,
    /** Over-supply: the shipper brought more, or took less, than was scheduled. It is paid. */
    DUE_SHIPPER;

    /**
     * The side of an imbalance, allocated less scheduled.
     *
     * @param excess whether more was allocated than scheduled that way
     */
    public static CashOutSide of(Direction direction, boolean excess) {
        return (direction == Direction.RECEIPT) == excess ? DUE_SHIPPER : DUE_PIPELINE;
    }
}
