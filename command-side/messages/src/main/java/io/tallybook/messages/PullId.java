package io.tallybook.messages;

/** One look at a source, from its first page or file to its last. */
public record PullId(String value) {
    public PullId {
        Ids.path("pull id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
