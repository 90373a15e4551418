package io.tallybook.eventlog;

import io.tallybook.eventlog.EventTypes.EventType;
import io.tallybook.messages.Event;
import io.tallybook.messages.Invalid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The log behind Axon's interface. Positions are dense, so a token is one number and there are no gaps to remember; reading is
 * {@code position > ?}. No snapshots: an aggregate is what its events say.
 */
final class LogStorageEngine implements EventStorageEngine {
    /** An event's payload, bytes. */
    static final int MOST_PAYLOAD_BYTES = 64 << 10;

    /** Payloads kept in memory for the next command to the same stream, bytes. */
    private static final long MOST_CACHED_BYTES = 16L << 20;

    private final StreamCache cache = new StreamCache(MOST_CACHED_BYTES);
    private final LogReader reader;
    private final ToLongFunction<List<LogRow>> writer;
    private final Bell bell;
    private final ProcessorWatch watch;

    /**
     * @param writer appends rows of one stream together and gives the position of the last; throws {@link SequenceTaken}
     * @param bell rung when Axon's cache, which all processors read, has taken in new events
     * @param watch told when the log cannot be read on, as at an event of a name that nobody knows
     */
    LogStorageEngine(LogReader reader, ToLongFunction<List<LogRow>> writer, Bell bell, ProcessorWatch watch) {
        this.reader = reader;
        this.writer = writer;
        this.bell = bell;
        this.watch = watch;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<LogRow> rows = events.stream().map(LogStorageEngine::row).toList();
        LogRow first = rows.getFirst();
        onReceipt(receipt -> receipt.check(first.stream(), first.sequence()));
        long position = append(rows);
        LogRow last = rows.getLast();
        onReceipt(receipt -> receipt.written(last.stream(), last.sequence(), position, rows.size()));
    }

    private long append(List<LogRow> rows) {
        try {
            return writer.applyAsLong(rows);
        } catch (SequenceTaken taken) {
            String message = String.valueOf(taken.getMessage());
            throw taken.sequence() == 0
                    ? new AggregateStreamCreationException(message, taken)
                    : new ConcurrencyException(message, taken);
        }
    }

    private static LogRow row(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event && event.getPayload() instanceof Event fact)) {
            throw new IllegalArgumentException("only events of a stream go into the log, not "
                    + message.getPayloadType().getName());
        }
        EventType type = EventTypes.of(fact.getClass());
        byte[] payload = LogJson.write(fact);
        Invalid.unless(
                payload.length <= MOST_PAYLOAD_BYTES,
                "an event holds at most 64 KiB, " + type.name() + " had " + payload.length + " bytes");
        return new LogRow(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getType() == null ? "" : event.getType(),
                event.getSequenceNumber(),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                type.name(),
                type.revision(),
                payload,
                LogJson.writeMetadata(event.getMetaData()));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        List<StoredEvent> known = cache.of(stream);
        Stream<StoredEvent> first = known.stream().skip(firstSequence);
        Stream<StoredEvent> rest = PagedEvents.of(
                after -> page(stream, after), StoredEvent::sequence, Math.max(firstSequence, known.size()) - 1);
        Stream<DomainEventMessage<?>> events = Stream.concat(first, rest)
                .peek(event -> onReceipt(receipt -> receipt.read(stream, event.sequence())))
                .map(LogStorageEngine::message);
        return DomainEventStream.of(events);
    }

    private List<StoredEvent> page(String stream, long after) {
        List<StoredEvent> page = reader.stream(stream, after);
        cache.extend(stream, page);
        return page;
    }

    /** Only the one reader that fills Axon's cache may block; a processor that catches up reads for itself. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        Runnable taken = mayBlock ? bell::ring : () -> {};
        return PagedEvents.of(this::after, StoredEvent::position, position(token), taken)
                .map(event -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(event.position()), message(event)));
    }

    private List<StoredEvent> after(long position) {
        try {
            List<StoredEvent> page = reader.after(position, LogReader.PAGE);
            watch.passed(Standstill.LOG);
            return page;
        } catch (RuntimeException e) {
            watch.failed(Standstill.LOG, Standstill.LOG, e);
            throw e;
        }
    }

    private static DomainEventMessage<Event> message(StoredEvent stored) {
        return new GenericDomainEventMessage<>(
                stored.streamType(),
                stored.stream(),
                stored.sequence(),
                new GenericMessage<>(stored.eventId().toString(), stored.event(), MetaData.from(stored.metadata())),
                stored.time());
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return reader.lastSequence(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(reader.lastBefore(time));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("there are no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    private static void onReceipt(Consumer<Receipt> action) {
        if (Receipt.CURRENT.isBound()) {
            action.accept(Receipt.CURRENT.get());
        }
    }
}
