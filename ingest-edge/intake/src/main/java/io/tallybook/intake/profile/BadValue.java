package io.tallybook.intake.profile;

/** A value that cannot be taken: its category and a sentence for the person who has to put it right. No stack trace. */
public final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final Category category;

    public BadValue(Category category, String sentence) {
        super(sentence, null, false, false);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** What is wrong, in the words of the trade. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** A text as it may stand inside a sentence: cut at 60 characters, in quotes. */
    public static String quoted(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 59) + "…") + "'";
    }
}
