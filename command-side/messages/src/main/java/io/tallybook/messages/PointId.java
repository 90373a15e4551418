package io.tallybook.messages;

/** A measurement point. */
public record PointId(String value) {
    public PointId {
        Ids.word("point id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "point:" + value;
    }
}
