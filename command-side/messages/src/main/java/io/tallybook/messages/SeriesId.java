package io.tallybook.messages;

/** A price series, such as {@code henry-hub}. */
public record SeriesId(String value) {
    public SeriesId {
        Ids.word("price id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "price:" + value;
    }
}
