package io.tallybook.saga.outward.erp;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.tallybook.messages.journal.JournalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * When each journal on its way to an ERP is looked after next. One row per journal, taken by one node at a time; of a node that
 * dies another takes it over within seconds, and reads from the log what was in hand.
 */
final class ErpSchedule implements SmartLifecycle {
    private static final String TASK = "erp-posting";
    private static final int AT_ONCE = 2;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final ErpTurn turn;
    private final Clock clock;
    private final Scheduler scheduler;
    private final CustomTask<Void> task;
    private boolean running;

    ErpSchedule(ErpTurn turn, DataSource database, Clock clock, ErpSettings settings) {
        this.turn = turn;
        this.clock = clock;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(
                        settings.first().multipliedBy(4)))
                .execute((instance, context) -> look(new JournalId(instance.getId())));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName("erp_schedule")
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
     * Has the journal looked after as soon as a node is free.
     *
     * @throws IOException when it is being looked after this very moment; to be asked again
     */
    void soon(JournalId journal) throws IOException {
        TaskInstanceId id = TaskInstanceId.of(TASK, journal.value());
        try {
            if (!scheduler.scheduleIfNotExists(task.instance(journal.value()), clock.instant())) {
                scheduler.reschedule(id, clock.instant());
            }
        } catch (TaskInstanceCurrentlyExecutingException e) {
            throw new IOException("the ERP is being asked about " + journal.value() + " this moment", e);
        }
    }

    private CompletionHandler<Void> look(JournalId journal) {
        try {
            Optional<Duration> next = turn.take(journal);
            return (complete, row) -> {
                if (next.isPresent()) {
                    row.reschedule(complete, clock.instant().plus(next.get()));
                } else {
                    row.remove();
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return (complete, row) -> row.reschedule(complete, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
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
