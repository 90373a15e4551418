package io.tallybook.ui.cli;

/** The server said no, or could not; the message is its sentence. */
public final class ApiRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String rule;

    public ApiRefused(int status, String rule, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.rule = rule;
    }

    public int status() {
        return status;
    }

    /** The last part of the problem's type, such as {@code period-is-locked}. */
    public String rule() {
        return rule;
    }
}
