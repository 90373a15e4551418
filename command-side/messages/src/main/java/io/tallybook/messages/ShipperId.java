package io.tallybook.messages;

/** A shipper: the other side of contracts and statements. */
public record ShipperId(String value) {
    public ShipperId {
        Ids.word("shipper id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "shipper:" + value;
    }
}
