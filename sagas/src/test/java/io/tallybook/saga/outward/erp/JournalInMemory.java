package io.tallybook.saga.outward.erp;

import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.tallybook.command.journal.JournalBatch;
import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.journal.JournalBatchCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.axonframework.test.AxonAssertionError;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Real journals behind a door of a test's, in memory; the program can be made to die at an order, before or after it is written. */
final class JournalInMemory implements CommandDoor, EventReader {
    /** The program is killed here. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final int LIVES = 0;
    static final int DIES_BEFORE = 1;
    static final int DIES_AFTER = 2;

    private record Fact(Event event, Instant at, long position) {}

    private final Map<String, List<Fact>> streams = new HashMap<>();
    private long head;

    private ToIntFunction<Command> fate = order -> LIVES;

    /** What befalls the program at an order: one of the constants above. */
    void fate(ToIntFunction<Command> given) {
        fate = given;
    }

    /** Gives orders to a journal that has replayed all it is known for. */
    void order(Command... orders) {
        for (Command order : orders) {
            String stream = ((JournalBatchCommand) order).journal().toString();
            List<Fact> known = streams.computeIfAbsent(stream, name -> new ArrayList<>());
            var result = new AggregateTestFixture<>(JournalBatch.class)
                    .given(known.stream().map(Fact::event).toList())
                    .when(order);
            List<Event> fresh = new ArrayList<>();
            result.expectEventsMatching(payloadsMatching(predicate(events -> {
                events.forEach(event -> fresh.add((Event) event));
                return true;
            })));
            result.expectSuccessfulHandlerExecution();
            Instant now = Instant.now();
            fresh.forEach(event -> known.add(new Fact(event, now, ++head)));
        }
    }

    /** Something that no journal said. */
    void tell(String stream, Event event) {
        streams.computeIfAbsent(stream, name -> new ArrayList<>()).add(new Fact(event, Instant.now(), ++head));
    }

    <E extends Event> List<E> all(String stream, Class<E> kind) {
        return stream(stream).stream()
                .map(StoredEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public Answer send(Command command, Caller caller) {
        int end = fate.applyAsInt(command);
        if (end == DIES_BEFORE) {
            throw new Killed();
        }
        Outcome outcome = Outcome.ACCEPTED;
        try {
            order(command);
        } catch (AxonAssertionError e) {
            outcome = Outcome.REFUSED;
        }
        if (end == DIES_AFTER) {
            throw new Killed();
        }
        return new Answer(outcome, "c", "journal", 1, 1, 1, null, Map.of(), "the sentence", "trace");
    }

    @Override
    public List<Answer> sendAll(List<? extends Command> commands, Caller caller) {
        return commands.stream().map(command -> send(command, caller)).toList();
    }

    @Override
    public List<StoredEvent> stream(String stream) {
        List<StoredEvent> events = new ArrayList<>();
        for (Fact fact : streams.getOrDefault(stream, List.of())) {
            events.add(new StoredEvent(
                    fact.position(),
                    new UUID(0, fact.position()),
                    stream,
                    "JournalBatch",
                    events.size(),
                    fact.at(),
                    fact.event().getClass().getSimpleName(),
                    "1",
                    new byte[0],
                    Map.of("correlation", "chain"),
                    fact.event()));
        }
        return events;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return Optional.empty();
    }

    @Override
    public long head() {
        return 0;
    }
}
