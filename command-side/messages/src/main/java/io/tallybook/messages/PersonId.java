package io.tallybook.messages;

/** A person; two accounts of one person count as one. */
public record PersonId(String value) {
    /** The house itself: what processes and relays do, no person did. */
    public static final PersonId HOUSE = new PersonId("tallybook");

    public PersonId {
        Ids.word("person id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "person:" + value;
    }
}
