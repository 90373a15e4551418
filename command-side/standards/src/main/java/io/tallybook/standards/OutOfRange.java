package io.tallybook.standards;

/** The inputs are values of their kind, but the standard says nothing about them. */
public final class OutOfRange extends NotCalculated {
    private static final long serialVersionUID = 1L;

    public OutOfRange(String field, String sentence) {
        super(field, sentence);
    }

    /** @throws OutOfRange with the sentence unless the condition holds */
    public static void unless(boolean condition, String field, String sentence) {
        if (!condition) {
            throw new OutOfRange(field, sentence);
        }
    }
}
