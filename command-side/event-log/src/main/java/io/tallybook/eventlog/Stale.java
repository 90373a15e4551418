package io.tallybook.eventlog;

/** The caller's If-Match is not the stream's sequence. */
final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stale() {
        super("the stream has moved on", null, false, false);
    }
}
