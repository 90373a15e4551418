package io.tallybook.messages.close;

/** An area of work with a soft lock of its own (ADR 21). Which order belongs to which is one table, at the command door. */
public enum LockArea {
    /** Readings typed by hand, what becomes of dead letters and of late quantities. */
    MEASUREMENT,
    /** Network, areas, points, contracts, nominations, thresholds, budgets and heating values. */
    CONFIGURATION,
    /** Explanations of balances and variances, and the words under them. */
    ALLOCATION,
    /** The journal posted anew and adjustments of prior periods. */
    ACCOUNTING
}
