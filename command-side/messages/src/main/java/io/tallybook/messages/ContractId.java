package io.tallybook.messages;

/** A contract of one shipper in one area. */
public record ContractId(String value) {
    public ContractId {
        Ids.word("contract id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "contract:" + value;
    }
}
