package io.tallybook.messages;

/** An area: up to 256 points that balance together. */
public record AreaId(String value) {
    public AreaId {
        Ids.word("area id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "area:" + value;
    }
}
