package io.tallybook.intake.delivery;

import io.tallybook.eventlog.Answer;

/** The door turned the delivery away, not a value in it. What went in before stays; sending it again is harmless. */
public final class DoorClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public DoorClosed(Answer answer) {
        super(answer.outcome() + ": " + answer.sentence(), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
