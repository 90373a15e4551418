package io.tallybook.saga.orders;

import io.tallybook.messages.Outcome;

/** An order of a process came to nothing: the processor keeps its place and tries again. */
public final class NotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    NotAccepted(Outcome outcome, String sentence) {
        super(sentence);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
