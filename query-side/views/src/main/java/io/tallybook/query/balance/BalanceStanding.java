package io.tallybook.query.balance;

/** How firm a balance is. */
public enum BalanceStanding {
    /** From what is recorded so far of an open month. */
    PROVISIONAL,
    /** From frozen months; something may be left to explain. */
    CALCULATED,
    /** Nothing is left to explain. */
    ACCEPTED
}
