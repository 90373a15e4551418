package io.tallybook.messages;

/** A proposed change of configuration. */
public record ChangeId(String value) {
    public ChangeId {
        Ids.word("change id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "change:" + value;
    }
}
