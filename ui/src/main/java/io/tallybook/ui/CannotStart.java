package io.tallybook.ui;

/** The server cannot start; the message is the one sentence the person reads. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
