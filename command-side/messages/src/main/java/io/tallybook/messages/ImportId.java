package io.tallybook.messages;

/** One run of an import. */
public record ImportId(String value) {
    public ImportId {
        Ids.path("import id", value);
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "import:" + value;
    }
}
