package io.tallybook.messages.journal;

/** What a journal line is for; an AccountMap gives each its ledger account. */
public enum AccountUse {
    GAS_PURCHASES,
    PAYABLE,
    RECEIVABLE,
    REVENUE
}
