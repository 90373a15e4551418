package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;

/** What a journal line is for; an AccountMap gives each its ledger account. */
public enum AccountUse {
    GAS_PURCHASES,
    PAYABLE,
    RECEIVABLE,
    REVENUE,
    /** The same four of a prior-period adjustment, on accounts of their own. */
    PPA_GAS_PURCHASES,
    PPA_PAYABLE,
    PPA_RECEIVABLE,
    PPA_REVENUE,
    /** What shippers' over-supply cost, and what is owed for it. */
    IMBALANCE_PURCHASES,
    IMBALANCE_PAYABLE,
    /** What shippers owe for their under-supply, and what it brought. */
    IMBALANCE_RECEIVABLE,
    IMBALANCE_REVENUE;

    /**
     * Whether a close cannot be booked without it; an adjustment's account is needed by the first adjustment, an imbalance's by
     * the first cash-out.
     */
    public boolean isForEveryClose() {
        return this == GAS_PURCHASES || this == PAYABLE || this == RECEIVABLE || this == REVENUE;
    }

    /** The use of an adjustment to a line of this one; what was cashed out is settled and not adjusted. */
    public AccountUse ofAdjustment() {
        return switch (this) {
            case GAS_PURCHASES, PPA_GAS_PURCHASES -> PPA_GAS_PURCHASES;
            case PAYABLE, PPA_PAYABLE -> PPA_PAYABLE;
            case RECEIVABLE, PPA_RECEIVABLE -> PPA_RECEIVABLE;
            case REVENUE, PPA_REVENUE -> PPA_REVENUE;
            case IMBALANCE_PURCHASES, IMBALANCE_PAYABLE, IMBALANCE_RECEIVABLE, IMBALANCE_REVENUE ->
                throw new Invalid("a cash-out is not adjusted");
        };
    }
}
