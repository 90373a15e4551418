package io.tallybook.messages;

/** A network of areas: one close group. */
public record NetworkId(String value) {
    public NetworkId {
        Ids.word("network id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "network:" + value;
    }
}
