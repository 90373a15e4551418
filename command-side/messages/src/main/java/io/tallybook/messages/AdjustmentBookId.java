package io.tallybook.messages;

/** The book of adjustments of a close group, named like the group. */
public record AdjustmentBookId(String value) {
    public AdjustmentBookId {
        Ids.word("adjustment book", value);
    }

    public static AdjustmentBookId of(CloseGroup group) {
        return new AdjustmentBookId(group.value());
    }

    public CloseGroup group() {
        return new CloseGroup(value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "adjustments:" + value;
    }
}
