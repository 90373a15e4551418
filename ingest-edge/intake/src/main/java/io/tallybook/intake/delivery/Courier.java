package io.tallybook.intake.delivery;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import io.tallybook.messages.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Carries orders to the door in chunks and brings back what each one wrote. What an order came to is read from its own
 * events, so that the counts are exact whoever else writes meanwhile.
 */
public final class Courier {
    /** Orders in one chunk. */
    public static final int CHUNK = 512;

    private static final int BUSY_ROUNDS = 6;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final int PAGE = 1_000;

    private final CommandDoor door;
    private final EventReader reader;

    public Courier(CommandDoor door, EventReader reader) {
        this.door = door;
        this.reader = reader;
    }

    /** @throws DoorClosed unless it was done */
    public Answer one(Command command, Caller caller) {
        Answer answer = send(List.of(command), caller).getFirst().answer();
        if (!answer.done()) {
            throw new DoorClosed(answer);
        }
        return answer;
    }

    /**
     * The answers in the order of the orders, at most {@link #CHUNK}.
     *
     * @throws DoorClosed when an order came to anything but done or refused
     */
    public List<Delivered> send(List<? extends Command> commands, Caller caller) {
        List<Answer> answers = answers(commands, caller);
        List<List<Event>> events = written(answers);
        List<Delivered> delivered = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            Delivered one = new Delivered(answers.get(i), events.get(i));
            if (!one.decided()) {
                throw new DoorClosed(one.answer());
            }
            delivered.add(one);
        }
        return delivered;
    }

    /** A busy door is asked again with a growing pause: an import has time, and must not push people aside. */
    private List<Answer> answers(List<? extends Command> commands, Caller caller) {
        List<Answer> answers = new ArrayList<>(door.sendAll(commands, caller));
        for (int round = 0; round < BUSY_ROUNDS; round++) {
            List<Integer> busy = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).outcome() == Outcome.BUSY) {
                    busy.add(i);
                }
            }
            if (busy.isEmpty()) {
                break;
            }
            pause(FIRST_PAUSE_MILLIS << round);
            List<Answer> again = door.sendAll(busy.stream().map(commands::get).toList(), caller);
            for (int i = 0; i < again.size(); i++) {
                answers.set(busy.get(i), again.get(i));
            }
        }
        return answers;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An order's events stand side by side: positions are dense and in commit order. */
    private List<List<Event>> written(List<Answer> answers) {
        List<List<Event>> written = new ArrayList<>();
        NavigableMap<Long, List<Event>> byPosition = new TreeMap<>();
        for (Answer answer : answers) {
            List<Event> events = new ArrayList<>(answer.events());
            written.add(events);
            for (long p = answer.position() - answer.events() + 1; answer.events() > 0 && p <= answer.position(); p++) {
                byPosition.put(p, events);
            }
        }
        collect(byPosition);
        return written;
    }

    private void collect(NavigableMap<Long, List<Event>> byPosition) {
        while (!byPosition.isEmpty()) {
            long first = byPosition.firstKey();
            long last = Math.min(byPosition.lastKey(), first + PAGE - 1);
            for (StoredEvent stored : reader.after(first - 1, (int) (last - first + 1))) {
                List<Event> events = byPosition.get(stored.position());
                if (events != null) {
                    events.add(stored.event());
                }
            }
            byPosition.headMap(last, true).clear();
        }
    }
}
