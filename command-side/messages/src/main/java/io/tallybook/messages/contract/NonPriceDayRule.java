package io.tallybook.messages.contract;

/** What a contract says about days without a published price. */
public enum NonPriceDayRule {
    /** The last price published before the day, at most {@code lookbackDays} back, across the month's start too. */
    LAST_PUBLISHED,
    /** No rule: a day without price blocks. */
    NONE
}
