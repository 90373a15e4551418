package io.tallybook.messages.close;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How far up it has been told that a step is late (domain: month-end close, escalations): to whom the step is at its due
 * moment, later to who leads the area, later again to who answers for it. How much later, {@link CloseTerms} say.
 */
public enum Escalation {
    OWNER,
    LEAD,
    MANAGER;

    /** The highest level reached by then; the owner's from the due moment on and before. */
    public static Escalation reached(Instant due, Instant at, CloseTerms terms) {
        return Arrays.stream(values())
                .filter(level -> !due.plus(terms.after(level)).isAfter(at))
                .reduce(OWNER, (_, higher) -> higher);
    }

    /** The moments at which it is told, for a step that is due then. */
    public static List<Instant> moments(Instant due, CloseTerms terms) {
        return Arrays.stream(values())
                .map(level -> due.plus(terms.after(level)))
                .toList();
    }
}
