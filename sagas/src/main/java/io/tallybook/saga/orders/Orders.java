package io.tallybook.saga.orders;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Where a process begins when an event makes it give orders. */
public final class Orders {
    private static final String CORRELATION = "correlation";

    private final CommandDoor door;
    private final Clock clock;

    public Orders(CommandDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    /** What {@code process} orders because of {@code event}; correlation runs on, causation is the event. */
    public Errand because(EventMessage<?> event, String process) {
        String cause = event.getIdentifier();
        Caller caller = Caller.process(process).causedBy(text(event.getMetaData(), CORRELATION), cause);
        return new Errand(door, caller, now());
    }

    /** One order for a process that must know what became of it; caused by an event read from the log. */
    public Answer ask(StoredEvent event, String process, Function<Instant, Command> order) {
        String cause = event.eventId().toString();
        Caller caller = Caller.process(process).causedBy(event.metadata().get(CORRELATION), cause);
        return door.send(order.apply(now()), caller);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String text(MetaData metadata, String key) {
        Object value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
