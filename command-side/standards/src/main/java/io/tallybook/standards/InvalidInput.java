package io.tallybook.standards;

/** An input is no value of its kind: not a number, negative where nothing can be, an unknown name, a sum that is not one. */
public final class InvalidInput extends NotCalculated {
    private static final long serialVersionUID = 1L;

    public InvalidInput(String field, String sentence) {
        super(field, sentence);
    }

    /** @throws InvalidInput with the sentence unless the condition holds */
    public static void unless(boolean condition, String field, String sentence) {
        if (!condition) {
            throw new InvalidInput(field, sentence);
        }
    }

    /** The value, which is a finite number. */
    public static double finite(String field, double value) {
        unless(Double.isFinite(value), field, field + " is a finite number, was " + value);
        return value;
    }

    /** The value, which is a finite number above zero. */
    public static double positive(String field, double value) {
        finite(field, value);
        unless(value > 0, field, field + " is above zero, was " + value);
        return value;
    }

    /** The value, which is a finite number and not below zero. */
    public static double notNegative(String field, double value) {
        finite(field, value);
        unless(value >= 0, field, field + " is not below zero, was " + value);
        return value;
    }
}
