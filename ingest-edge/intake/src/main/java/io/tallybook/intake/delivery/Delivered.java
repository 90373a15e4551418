package io.tallybook.intake.delivery;

import io.tallybook.eventlog.Answer;
import io.tallybook.messages.Event;
import io.tallybook.messages.Outcome;
import java.util.List;

/** An order's answer and the events it wrote. */
public record Delivered(Answer answer, List<Event> events) {
    /** Whether the model's own rule turned this one order away. */
    public boolean refused() {
        return answer.outcome() == Outcome.REFUSED || answer.outcome() == Outcome.INVALID;
    }

    /** Accepted, unchanged or refused by a rule; anything else means that the delivery cannot go on. */
    boolean decided() {
        return answer.done() || refused() && !"not-found".equals(answer.rule());
    }
}
