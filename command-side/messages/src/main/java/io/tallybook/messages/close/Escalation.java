package io.tallybook.messages.close;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How far up it has been told that a step is late (domain: month-end close, escalations): to whom the step is at its due
 * moment, four hours later to who leads the area, after twenty-four hours to who answers for it.
 */
public enum Escalation {
    OWNER(Duration.ZERO),
    LEAD(Duration.ofHours(4)),
    MANAGER(Duration.ofHours(24));

    private final Duration after;

    Escalation(Duration after) {
        this.after = after;
    }

    public Instant from(Instant due) {
        return due.plus(after);
    }

    /** The highest level reached by then; the owner's from the due moment on and before. */
    public static Escalation reached(Instant due, Instant at) {
        return Arrays.stream(values())
                .filter(level -> !level.from(due).isAfter(at))
                .reduce(OWNER, (_, higher) -> higher);
    }

    /** The moments at which it is told, for a step that is due then. */
    public static List<Instant> moments(Instant due) {
        return Arrays.stream(values()).map(level -> level.from(due)).toList();
    }
}
