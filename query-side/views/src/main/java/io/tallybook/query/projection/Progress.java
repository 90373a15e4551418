package io.tallybook.query.projection;

import static io.tallybook.migrations.jooq.Tables.EVENTS;
import static io.tallybook.migrations.jooq.Tables.PROJECTION_PROGRESS;

import io.tallybook.eventlog.EventTypes;
import io.tallybook.messages.Invalid;
import io.tallybook.query.ViewProgress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection has come, kept in the transaction that writes its rows, and a bell that rings when one has moved.
 * A projection sees only its own events: it is through with a position once the last of them up to there is handled.
 */
final class Progress implements ViewProgress {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** A longer lag is counted no further. */
    private static final int MOST_LAG = 100_000;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final DSLContext db;
    private final List<Projection> projections;
    /** What each projection listens to, by processor. */
    private final Map<String, List<String>> types;

    private final Supplier<EventProcessingConfiguration> processing;
    private final AtomicReference<Latest> latest = new AtomicReference<>(new Latest(0, Map.of()));
    private final AtomicReference<CountDownLatch> bell = new AtomicReference<>(new CountDownLatch(1));

    Progress(DSLContext db, List<Projection> projections, Supplier<EventProcessingConfiguration> processing) {
        this.db = db;
        this.projections = projections;
        this.types = projections.stream()
                .collect(Collectors.toMap(
                        Projection::processor,
                        projection -> EventTypes.all().stream()
                                .filter(type -> projection.listensTo(type.type()))
                                .map(EventTypes.EventType::name)
                                .toList()));
        this.processing = processing;
    }

    /** Writes down where a projection stands; called inside the transaction of its rows. */
    static void record(DSLContext db, Projection projection, long position) {
        db.insertInto(PROJECTION_PROGRESS)
                .set(PROJECTION_PROGRESS.PROJECTION, projection.processor())
                .set(PROJECTION_PROGRESS.POSITION, position)
                .onConflict(PROJECTION_PROGRESS.PROJECTION)
                .doUpdate()
                .set(PROJECTION_PROGRESS.POSITION, position)
                .execute();
    }

    /** Something has been committed. */
    void ring() {
        bell.getAndSet(new CountDownLatch(1)).countDown();
    }

    @Override
    public boolean await(long position, Duration atMost) {
        Invalid.unless(atMost.compareTo(LONGEST_WAIT) <= 0, "nobody waits longer than 30 s for a view, was " + atMost);
        long deadline = System.nanoTime() + atMost.toNanos();
        Map<String, Long> targets = targets(position);
        while (!reached(targets)) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !listen(Math.min(left, LOOK_AGAIN.toNanos()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Until the bell rings, or the time is up: another process may have written.
     *
     * @return false when the thread was interrupted
     */
    private boolean listen(long nanos) {
        try {
            boolean rung = bell.get().await(nanos, TimeUnit.NANOSECONDS);
            return rung || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean reached(Map<String, Long> targets) {
        Map<String, Long> positions = positions();
        return targets.entrySet().stream().allMatch(t -> positions.getOrDefault(t.getKey(), 0L) >= t.getValue());
    }

    /** The last event of at least all up to a position that each projection listens to, where it has not got there yet. */
    private Map<String, Long> targets(long position) {
        Map<String, Long> positions = positions();
        Latest latest = latest(position);
        Map<String, Long> targets = new HashMap<>();
        for (Projection projection : projections) {
            long last = latest.of(types(projection));
            if (last > positions.getOrDefault(projection.processor(), 0L)) {
                targets.put(projection.processor(), last);
            }
        }
        return targets;
    }

    /** Reads only what was appended since it was asked before: a projection whose events are rare would cost the whole log. */
    private Latest latest(long position) {
        Latest known = latest.get();
        if (position <= known.through()) {
            return known;
        }
        Map<String, Long> ends = new HashMap<>(known.ends());
        long through = known.through();
        for (Record2<String, Long> row : db.select(EVENTS.TYPE, DSL.max(EVENTS.POSITION))
                .from(EVENTS)
                .where(EVENTS.POSITION.gt(known.through()))
                .and(EVENTS.POSITION.le(position))
                .groupBy(EVENTS.TYPE)
                .fetch()) {
            ends.put(row.value1(), row.value2());
            through = Math.max(through, row.value2());
        }
        Latest next = new Latest(through, ends);
        latest.accumulateAndGet(next, (one, other) -> one.through() >= other.through() ? one : other);
        return next;
    }

    /**
     * The last position of each type of event.
     *
     * @param through the last position looked at; positions are dense and in commit order, so none before it comes any more
     */
    private record Latest(long through, Map<String, Long> ends) {
        long of(Collection<String> types) {
            return types.stream()
                    .mapToLong(type -> ends.getOrDefault(type, 0L))
                    .max()
                    .orElse(0);
        }
    }

    private List<String> types(Projection projection) {
        return types.getOrDefault(projection.processor(), List.of());
    }

    private Map<String, Long> positions() {
        return db.select(PROJECTION_PROGRESS.PROJECTION, PROJECTION_PROGRESS.POSITION)
                .from(PROJECTION_PROGRESS)
                .fetchMap(PROJECTION_PROGRESS.PROJECTION, PROJECTION_PROGRESS.POSITION);
    }

    @Override
    public List<ProjectionProgress> projections() {
        Map<String, Long> positions = positions();
        Latest all = latest(Long.MAX_VALUE);
        return projections.stream()
                .map(p -> progress(p, positions.getOrDefault(p.processor(), 0L), all))
                .toList();
    }

    private ProjectionProgress progress(Projection projection, long position, Latest all) {
        long lag = all.of(types(projection)) <= position
                ? 0
                : db.fetchCount(db.selectOne()
                        .from(EVENTS)
                        .where(EVENTS.POSITION.gt(position))
                        .and(EVENTS.TYPE.in(types(projection)))
                        .limit(MOST_LAG));
        return new ProjectionProgress(projection.processor(), position, lag, failure(projection));
    }

    private @Nullable String failure(Projection projection) {
        return processing.get().eventProcessor(projection.processor(), StreamingEventProcessor.class).stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> String.valueOf(status.getError()))
                .findFirst()
                .orElse(null);
    }
}
