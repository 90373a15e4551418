package io.tallybook.standards;

/** A standard gave no figure; the message is a sentence a person can act on, and there is never a substitute value. */
public abstract sealed class NotCalculated extends RuntimeException
        permits InvalidInput, OutOfRange, CalculationFailed {
    private static final long serialVersionUID = 1L;

    private final String field;

    NotCalculated(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** The input it is about, in the words of {@code docs/reference/calc.md}, such as {@code pressure}. */
    public String field() {
        return field;
    }
}
