package io.tallybook.eventlog;

/** An event without an entry in {@link EventTypes}: reading stops here rather than skipping a fact. */
public final class UnknownEventType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventType(String message) {
        super(message);
    }
}
