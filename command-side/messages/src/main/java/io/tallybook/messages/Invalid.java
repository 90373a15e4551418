package io.tallybook.messages;

/** A value that cannot be: thrown by the value types' constructors and mapped to 422 with a pointer where known. */
public final class Invalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Invalid(String message) {
        super(message);
    }

    /** @throws Invalid with the sentence when the condition does not hold */
    public static void unless(boolean condition, String sentence) {
        if (!condition) {
            throw new Invalid(sentence);
        }
    }
}
