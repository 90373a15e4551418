package io.tallybook.eventlog;

import static io.tallybook.migrations.jooq.Tables.SCHEDULED_TASKS;
import static io.tallybook.migrations.jooq.Tables.TOKEN_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.tallybook.messages.processing.ClaimCommand.ClearStaleClaim;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.migrations.jooq.tables.records.ScheduledTasksRecord;
import io.tallybook.migrations.jooq.tables.records.TokenEntryRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The claims where Axon and db-scheduler keep them. Each is held against the clock its holder renews it by. */
final class ClaimTable implements Claims {
    /** Axon's own row beside those of the processors. */
    private static final String ID_OF_THE_STORE = "__config";

    private final DSLContext database;
    private final CommandDoor door;
    private final Clock clock;
    private final Duration ofSegment;
    private final Duration ofTask;

    /**
     * @param ofSegment how long a segment's claim holds without being renewed
     * @param ofTask how long a task's does
     */
    ClaimTable(DSLContext database, CommandDoor door, Clock clock, Duration ofSegment, Duration ofTask) {
        this.database = database;
        this.door = door;
        this.clock = clock;
        this.ofSegment = ofSegment;
        this.ofTask = ofTask;
    }

    @Override
    public List<Claim> all() {
        Stream<Claim> segments = database
                .selectFrom(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.ne(ID_OF_THE_STORE))
                .orderBy(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT)
                .fetch(this::segment)
                .stream();
        Stream<Claim> tasks = database
                .selectFrom(SCHEDULED_TASKS)
                .where(SCHEDULED_TASKS.PICKED)
                .orderBy(SCHEDULED_TASKS.LAST_HEARTBEAT, SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                .limit(MOST_TASKS)
                .fetch(this::task)
                .stream();
        return Stream.concat(segments, tasks).toList();
    }

    @Override
    public List<Claim> of(String processor) {
        return database.selectFrom(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq(processor))
                .orderBy(TOKEN_ENTRY.SEGMENT)
                .fetch(this::segment);
    }

    /** The release waits in its transaction for the order: what is not recorded is not released either. */
    @Override
    public Answer clear(ClaimId id, String reason, Caller caller) {
        try {
            return database.transactionResult(running -> {
                DSLContext here = running.dsl();
                Claim found = found(here, id);
                boolean released = found.stale() && release(here, id, found);
                Claim now = released ? found : found(here, id);
                Answer answer = door.send(
                        new ClearStaleClaim(
                                id,
                                now.holder(),
                                now.lastSign(),
                                released,
                                reason,
                                caller.person(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                        caller.because(reason));
                if (!answer.done()) {
                    throw new NotRecorded(answer);
                }
                return answer;
            });
        } catch (NotRecorded refused) {
            return refused.answer;
        }
    }

    private Claim found(DSLContext here, ClaimId id) {
        Optional<Claim> found = id.isTask()
                ? here.selectFrom(SCHEDULED_TASKS)
                        .where(isTask(id).and(SCHEDULED_TASKS.PICKED))
                        .fetchOptional(this::task)
                : here.selectFrom(TOKEN_ENTRY).where(isSegment(id)).fetchOptional(this::segment);
        return found.orElseGet(() -> new Claim(id, null, null, null, false));
    }

    /** A row that another transaction is writing belongs to a node that works: it is passed by, not waited for. */
    private boolean release(DSLContext here, ClaimId id, Claim found) {
        return (id.isTask() ? releaseTask(here, id, found) : releaseSegment(here, id, found)) == 1;
    }

    private int releaseSegment(DSLContext here, ClaimId id, Claim found) {
        return here.update(TOKEN_ENTRY)
                .setNull(TOKEN_ENTRY.OWNER)
                .where(row(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT)
                        .in(select(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT)
                                .from(TOKEN_ENTRY)
                                .where(isSegment(id))
                                .and(TOKEN_ENTRY.OWNER.eq(found.holder()))
                                .and(TOKEN_ENTRY
                                        .TIMESTAMP
                                        .cast(SCHEDULED_TASKS.LAST_HEARTBEAT.getDataType())
                                        .lt(segmentsLiveSince()))
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }

    /** A holder that comes back finds another version, as when db-scheduler itself gives a task to another node. */
    private int releaseTask(DSLContext here, ClaimId id, Claim found) {
        return here.update(SCHEDULED_TASKS)
                .set(SCHEDULED_TASKS.PICKED, false)
                .setNull(SCHEDULED_TASKS.PICKED_BY)
                .setNull(SCHEDULED_TASKS.LAST_HEARTBEAT)
                .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
                .where(row(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                        .in(select(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
                                .from(SCHEDULED_TASKS)
                                .where(isTask(id))
                                .and(SCHEDULED_TASKS.PICKED)
                                .and(SCHEDULED_TASKS.PICKED_BY.eq(found.holder()))
                                .and(coalesce(SCHEDULED_TASKS.LAST_HEARTBEAT, SCHEDULED_TASKS.EXECUTION_TIME)
                                        .lt(tasksLiveSince()))
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }

    private static Condition isSegment(ClaimId id) {
        return TOKEN_ENTRY.PROCESSOR_NAME.eq(id.name()).and(TOKEN_ENTRY.SEGMENT.eq(Integer.parseInt(id.part())));
    }

    private static Condition isTask(ClaimId id) {
        return SCHEDULED_TASKS.TASK_NAME.eq(id.name()).and(SCHEDULED_TASKS.TASK_INSTANCE.eq(id.part()));
    }

    /** By the clock Axon stamps claims with, which is not the house's. */
    private Instant segmentsLiveSince() {
        return AbstractTokenEntry.clock.instant().minus(ofSegment);
    }

    private Instant tasksLiveSince() {
        return clock.instant().minus(ofTask);
    }

    private Claim segment(TokenEntryRecord row) {
        ClaimId id = ClaimId.ofSegment(row.getProcessorName(), row.getSegment());
        @Nullable Instant sign = row.getTimestamp() == null ? null : Instant.parse(row.getTimestamp());
        return claim(id, row.getOwner(), row.getHeldSince(), sign, segmentsLiveSince());
    }

    private Claim task(ScheduledTasksRecord row) {
        ClaimId id = ClaimId.ofTask(row.getTaskName(), row.getTaskInstance());
        Instant sign = Objects.requireNonNullElse(row.getLastHeartbeat(), row.getExecutionTime());
        return claim(id, row.getPickedBy(), row.getHeldSince(), sign, tasksLiveSince());
    }

    private static Claim claim(
            ClaimId id, @Nullable String holder, @Nullable Instant since, @Nullable Instant sign, Instant liveSince) {
        return holder == null || sign == null
                ? new Claim(id, null, null, null, false)
                : new Claim(id, holder, since, sign, sign.isBefore(liveSince));
    }

    /** Takes the release back. */
    private static final class NotRecorded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        NotRecorded(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
