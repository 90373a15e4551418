package io.tallybook.eventlog;

import static io.tallybook.migrations.jooq.Tables.EVENTS;
import static io.tallybook.migrations.jooq.Tables.LOG_HEAD;
import static org.jooq.impl.DSL.max;

import io.tallybook.eventlog.EventTypes.EventType;
import io.tallybook.messages.Event;
import io.tallybook.migrations.jooq.tables.records.EventsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The log where it lies: read by stream and by position, with the indexes made for it and nothing else. */
final class LogTable implements LogReader {
    private final DSLContext database;

    LogTable(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<StoredEvent> stream(String stream) {
        return PagedEvents.all(sequence -> stream(stream, sequence), StoredEvent::sequence, -1);
    }

    @Override
    public List<StoredEvent> stream(String stream, long afterSequence) {
        return database.selectFrom(EVENTS)
                .where(EVENTS.STREAM.eq(stream), EVENTS.SEQUENCE.gt(afterSequence))
                .orderBy(EVENTS.SEQUENCE)
                .limit(PAGE)
                .fetch(LogTable::stored);
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return database.selectFrom(EVENTS)
                .where(EVENTS.POSITION.gt(position))
                .orderBy(EVENTS.POSITION)
                .limit(limit)
                .fetch(LogTable::stored);
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return database.selectFrom(EVENTS).where(EVENTS.POSITION.eq(position)).fetchOptional(LogTable::stored);
    }

    @Override
    public long head() {
        return database.selectFrom(LOG_HEAD).fetchSingle().getPosition();
    }

    /** @throws IllegalStateException when log_head is not the last position */
    void requireHeadAtEnd() {
        long last = database.select(max(EVENTS.POSITION))
                .from(EVENTS)
                .fetchOptional(max(EVENTS.POSITION))
                .orElse(0L);
        if (head() != last) {
            throw new IllegalStateException("The log is damaged: its head says " + head() + ", its last event is "
                    + last + ". Nothing is written until somebody has looked at it.");
        }
    }

    @Override
    public Optional<Long> lastSequence(String stream) {
        return database.select(EVENTS.SEQUENCE)
                .from(EVENTS)
                .where(EVENTS.STREAM.eq(stream))
                .orderBy(EVENTS.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(EVENTS.SEQUENCE);
    }

    @Override
    public long lastBefore(Instant time) {
        return database.select(EVENTS.POSITION)
                .from(EVENTS)
                .where(EVENTS.TIME.lt(time))
                .orderBy(EVENTS.POSITION.desc())
                .limit(1)
                .fetchOptional(EVENTS.POSITION)
                .orElse(0L);
    }

    private static StoredEvent stored(EventsRecord row) {
        EventType type = EventTypes.of(row.getType(), row.getRevision());
        Event event = LogJson.read(row.getPayload(), type.type());
        return new StoredEvent(
                row.getPosition(),
                row.getEventId(),
                row.getStream(),
                row.getStreamType(),
                row.getSequence(),
                row.getTime(),
                row.getType(),
                row.getRevision(),
                row.getPayload(),
                LogJson.readMetadata(row.getMetadata()),
                event);
    }
}
