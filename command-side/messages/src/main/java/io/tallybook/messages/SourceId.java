package io.tallybook.messages;

/** A named source that readings, prices or lists are fetched from. */
public record SourceId(String value) {
    public SourceId {
        Ids.word("source", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "source:" + value;
    }
}
