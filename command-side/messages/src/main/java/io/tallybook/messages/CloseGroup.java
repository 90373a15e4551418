package io.tallybook.messages;

/** A close group; also the id of its CloseCalendar. */
public record CloseGroup(String value) {
    public CloseGroup {
        Ids.word("calendar id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "calendar:" + value;
    }
}
