package io.tallybook.messages;

/** An account that signs in; the only personal trace in the log. */
public record UserId(String value) {
    public UserId {
        Ids.word("user id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "user:" + value;
    }
}
