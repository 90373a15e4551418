package io.tallybook.ui.api;

/** What was asked for is not there, or not for this person: 404 either way. */
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String sentence) {
        super(sentence, null, false, false);
    }
}
