package io.tallybook.messages;

/** A map of uses to ledger accounts. */
public record AccountMapId(String value) {
    public AccountMapId {
        Ids.word("accounts id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "accounts:" + value;
    }
}
