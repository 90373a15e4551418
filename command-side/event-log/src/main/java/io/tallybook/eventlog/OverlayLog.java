package io.tallybook.eventlog;

import io.tallybook.eventlog.EventTypes.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log over the log: what lies beneath is read up to one position, what is appended stays in memory with the positions that
 * follow. Nothing beneath is ever written.
 */
final class OverlayLog implements LogReader {
    /** Events that may be appended: some 2 KiB each, and the program has 1 GiB. */
    static final int MOST_EVENTS = 100_000;

    private final LogReader beneath;
    private final long base;
    private final List<StoredEvent> added = new ArrayList<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();

    /** @param base position of the last event beneath that is read */
    OverlayLog(LogReader beneath, long base) {
        this.beneath = beneath;
        this.base = base;
    }

    long base() {
        return base;
    }

    synchronized List<StoredEvent> added() {
        return List.copyOf(added);
    }

    /**
     * @return position of the last row
     * @throws SequenceTaken when a row does not follow its stream's last event; nothing is appended then
     * @throws LogBusy when more was appended than memory is meant for
     */
    synchronized long append(List<LogRow> rows) {
        if (added.size() + rows.size() > MOST_EVENTS) {
            throw new LogBusy();
        }
        Map<String, Long> last = new HashMap<>();
        for (LogRow row : rows) {
            long before = last.computeIfAbsent(
                    row.stream(), stream -> lastSequence(stream).orElse(-1L));
            if (row.sequence() != before + 1) {
                throw new SequenceTaken(row.stream(), row.sequence());
            }
            last.put(row.stream(), row.sequence());
        }
        for (LogRow row : rows) {
            StoredEvent event = stored(row, base + added.size() + 1);
            added.add(event);
            streams.computeIfAbsent(row.stream(), stream -> new ArrayList<>()).add(event);
        }
        return base + added.size();
    }

    /** Read back from its bytes, as from the database. */
    private static StoredEvent stored(LogRow row, long position) {
        EventType type = EventTypes.of(row.type(), row.revision());
        return new StoredEvent(
                position,
                row.eventId(),
                row.stream(),
                row.streamType(),
                row.sequence(),
                row.time(),
                row.type(),
                row.revision(),
                row.payload(),
                LogJson.readMetadata(row.metadata()),
                LogJson.read(row.payload(), type.type()));
    }

    @Override
    public List<StoredEvent> stream(String stream) {
        return PagedEvents.all(sequence -> stream(stream, sequence), StoredEvent::sequence, -1);
    }

    @Override
    public List<StoredEvent> stream(String stream, long afterSequence) {
        List<StoredEvent> page = new ArrayList<>(beneath.stream(stream, afterSequence));
        page.removeIf(event -> event.position() > base);
        synchronized (this) {
            streams.getOrDefault(stream, List.of()).stream()
                    .filter(event -> event.sequence() > afterSequence)
                    .limit(PAGE - page.size())
                    .forEach(page::add);
        }
        return List.copyOf(page);
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        long most = Math.min(limit, base - position);
        List<StoredEvent> page = new ArrayList<>(most > 0 ? beneath.after(position, (int) most) : List.of());
        synchronized (this) {
            int from = (int) Math.max(0, position - base);
            int to = Math.min(added.size(), from + limit - page.size());
            if (position + page.size() >= base && from < to) {
                page.addAll(added.subList(from, to));
            }
        }
        return List.copyOf(page);
    }

    @Override
    public synchronized Optional<StoredEvent> at(long position) {
        if (position <= base) {
            return beneath.at(position);
        }
        return position <= base + added.size() ? Optional.of(added.get((int) (position - base - 1))) : Optional.empty();
    }

    @Override
    public synchronized long head() {
        return base + added.size();
    }

    @Override
    public synchronized Optional<Long> lastSequence(String stream) {
        List<StoredEvent> own = streams.getOrDefault(stream, List.of());
        if (!own.isEmpty()) {
            return Optional.of(own.getLast().sequence());
        }
        Optional<Long> last = beneath.lastSequence(stream);
        boolean grownSince = last.isPresent()
                && beneath.stream(stream, last.get() - 1).getFirst().position() > base;
        return grownSince ? lastUpToBase(stream) : last;
    }

    private Optional<Long> lastUpToBase(String stream) {
        return beneath.stream(stream).stream()
                .filter(event -> event.position() <= base)
                .map(StoredEvent::sequence)
                .max(Long::compare);
    }

    @Override
    public long lastBefore(Instant time) {
        return Math.min(base, beneath.lastBefore(time));
    }
}
