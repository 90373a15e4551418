package io.tallybook.saga.orders;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A door that writes down what it is told and answers what the test wants; the real one needs the whole log. */
public final class RecordingDoor implements CommandDoor {
    public static final Instant NOW = Instant.parse("2024-11-05T08:00:00Z");

    private final List<Command> orders = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private final Map<Class<? extends Command>, Outcome> answers = new LinkedHashMap<>();

    public Orders orders() {
        return new Orders(this, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public RecordingDoor answering(Class<? extends Command> order, Outcome outcome) {
        answers.put(order, outcome);
        return this;
    }

    public List<Command> given() {
        return List.copyOf(orders);
    }

    /** The orders of one kind. */
    public <T extends Command> List<T> given(Class<T> kind) {
        return orders.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Caller> callers() {
        return List.copyOf(callers);
    }

    public List<Integer> batches() {
        return List.copyOf(batches);
    }

    public void forget() {
        orders.clear();
        callers.clear();
        batches.clear();
    }

    @Override
    public Answer send(Command command, Caller caller) {
        orders.add(command);
        callers.add(caller);
        Outcome outcome = answers.getOrDefault(command.getClass(), Outcome.ACCEPTED);
        return new Answer(outcome, "c", "stream:x", 1, 1, 1, null, Map.of(), "the sentence", "trace");
    }

    @Override
    public List<Answer> sendAll(List<? extends Command> commands, Caller caller) {
        batches.add(commands.size());
        return commands.stream().map(command -> send(command, caller)).toList();
    }
}
