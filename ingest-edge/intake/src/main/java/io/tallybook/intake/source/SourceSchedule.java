package io.tallybook.intake.source;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.tallybook.messages.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * When each source is looked at next. One row per source in the database, taken by one node at a time, so that two nodes never
 * pull the same source at once; a node that dies lets go of it within a minute. The rows can be dropped: they come again from the log.
 */
public final class SourceSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SourceSchedule.class);
    private static final String TASK = "pull";
    private static final int AT_ONCE = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Puller puller;
    private final Clock clock;
    private final boolean pulls;
    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private boolean running;

    SourceSchedule(Puller puller, DataSource database, Clock clock, SourceSettings settings) {
        this.puller = puller;
        this.pulls = settings.pulls();
        this.clock = clock;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                .execute((instance, context) -> pull(new SourceId(instance.getId())));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName("source_schedule")
                .threads(AT_ONCE)
                .pollingInterval(settings.poll())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .serializer(new NothingKept())
                .clock(clock::instant)
                .build();
    }

    /**
     * Where a source stands in the schedule.
     *
     * @param nextAt when it is looked at next; in the past while it waits for its turn
     * @param running whether it is being pulled
     * @param lookedAt when a pull ended last, whether or not it brought anything; null before the first
     */
    public record Turn(
            Instant nextAt, boolean running, @Nullable Instant lookedAt) {}

    /** Empty when the source is paused, or not there. */
    public Optional<Turn> turn(SourceId source) {
        return scheduler
                .getScheduledExecution(id(source))
                .map(row -> new Turn(row.getExecutionTime(), row.isPicked(), row.getLastSuccess()));
    }

    /** Looks at the source as soon as a node is free; one that is being pulled sees to it itself. */
    void soon(SourceId source) {
        try {
            Instant now = clock.instant();
            if (!scheduler.scheduleIfNotExists(task.instance(source.value()), now)) {
                scheduler.reschedule(id(source), now);
            }
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
            LOG.debug(
                    "Source {} is being pulled, or was just now; what it wants is looked at when that ends",
                    source.value());
        }
    }

    private CompletionHandler<Void> pull(SourceId source) {
        try {
            Puller.Outcome outcome = puller.pull(source);
            return (complete, row) -> {
                Optional<Duration> next = puller.next(source, outcome);
                if (next.isPresent()) {
                    row.reschedule(complete, clock.instant().plus(next.get()));
                } else {
                    row.remove();
                }
                // who asked while the row was held here was sent away; after it is free they come through by themselves
                if (!puller.next(source, outcome).equals(next)) {
                    soon(source);
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return (complete, row) -> row.reschedule(complete, clock.instant());
        }
    }

    private static TaskInstanceId id(SourceId source) {
        return TaskInstanceId.of(TASK, source.value());
    }

    @Override
    public synchronized void start() {
        if (pulls && !running) {
            scheduler.start();
            running = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            scheduler.stop();
            running = false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** A row holds a name and times, nothing that would have to be made into bytes. */
    private static final class NothingKept implements Serializer {
        @Override
        public byte @Nullable [] serialize(@Nullable Object nothing) {
            return null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] nothing) {
            return null;
        }
    }
}
