package io.tallybook.query.balance;

/** How firm a balance is. */
public enum BalanceStanding {
    /** From what is recorded so far of an open month. */
    PROVISIONAL,
    /** From frozen months; something may be left to explain. */
    CALCULATED,
    /** Everything out of tolerance is explained; an approver's acceptance is awaited. */
    EXPLAINED,
    /** Nothing is left to explain or to accept. */
    ACCEPTED
}
