package io.tallybook.messages;

/** What an ERP says of its periods for the journals of a close group, named like the group. */
public record ErpPeriodsId(String value) {
    public ErpPeriodsId {
        Ids.word("ERP periods", value);
    }

    public static ErpPeriodsId of(CloseGroup group) {
        return new ErpPeriodsId(group.value());
    }

    public CloseGroup group() {
        return new CloseGroup(value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "erp-periods:" + value;
    }
}
