package io.tallybook.saga.whatif;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.Overlay;
import io.tallybook.eventlog.Overlays;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What one order would write, given by that person now: the aggregate itself over a log in memory, and no process. */
public final class Previews {
    /** An overlay is small without processes, but it reads where they all stand. */
    private static final int MOST_AT_ONCE = 4;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Overlays overlays;

    public Previews(Overlays overlays) {
        this.overlays = overlays;
    }

    /**
     * What the order would come to.
     *
     * @param answer as in earnest; a refusal is written nowhere
     * @param events it would write, none when refused
     */
    public record Preview(Answer answer, List<Event> events) {}

    /** @return empty when {@value #MOST_AT_ONCE} others are looked at already */
    public Optional<Preview> of(Command order, Caller person) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try (Overlay overlay = overlays.open()) {
            overlay.run(List.of(), List.of(), List.of());
            Answer answer = overlay.door().send(order, person);
            List<Event> events = answer.done()
                    ? overlay.added().stream().map(StoredEvent::event).toList()
                    : List.of();
            return Optional.of(new Preview(answer, events));
        } finally {
            free.release();
        }
    }
}
