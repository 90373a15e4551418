package io.tallybook.messages;

/** A table of cash-out tiers, such as {@code tariff-2024}. */
public record CashOutTableId(String value) {
    public CashOutTableId {
        Ids.word("cash-out table id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "cash-out:" + value;
    }
}
