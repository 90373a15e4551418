package io.tallybook.messages;

/** An external message that could not be accepted: {@code <first 12 of file hash>/<line>}. */
public record DeadLetterId(String value) {
    public DeadLetterId {
        Ids.path("dead-letter id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "dead-letter:" + value;
    }
}
