package io.tallybook.saga;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Event;
import io.tallybook.saga.orders.RecordingDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A log of a few events in memory, for processes that read facts back; the real one is tested in the close itself. */
public final class WrittenLog implements EventReader {
    private final List<StoredEvent> events = new ArrayList<>();
    private int reads;

    public WrittenLog with(String stream, Event event) {
        long position = events.size() + 1L;
        events.add(new StoredEvent(
                position,
                new UUID(0, position),
                stream,
                "test",
                position - 1,
                RecordingDoor.NOW,
                event.getClass().getSimpleName(),
                "1",
                new byte[0],
                Map.of("correlation", "chain"),
                event));
        return this;
    }

    /** How often a stream was read. */
    public int reads() {
        return reads;
    }

    @Override
    public List<StoredEvent> stream(String stream) {
        reads++;
        return events.stream().filter(e -> e.stream().equals(stream)).toList();
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return events.stream().filter(e -> e.position() > position).limit(limit).toList();
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return events.stream().filter(e -> e.position() == position).findFirst();
    }

    @Override
    public long head() {
        return events.size();
    }
}
