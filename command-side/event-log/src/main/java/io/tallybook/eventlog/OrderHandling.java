package io.tallybook.eventlog;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.access.Scope;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one order, on the calling thread: rights, expectation, soft locks, handling, repeats when others were faster, answer. */
final class OrderHandling {
    /** Repeats when another node or lane wrote to the stream first and the caller named no sequence. */
    static final int MOST_REPEATS = 5;

    static final String BUSY = "Too much is going on at the moment; try again shortly.";
    static final String FAULT = "Something went wrong that is not your doing; it is in the log under the trace id.";

    private static final String STALE = "Somebody changed it since you looked; load it again.";
    private static final String FULL = "The disk of the log is full; nothing was written.";
    private static final String DISK_FULL = "53100";
    private static final Logger LOG = LoggerFactory.getLogger(OrderHandling.class);

    private final CommandBus bus;
    private final LogReader reader;
    private final EventMetadata metadata;
    private final Refusals refusals;
    private final Headroom headroom;
    private final ScopeGuard scopes;
    private final SoftLockGuard softLocks;

    OrderHandling(CommandBus bus, LogReader reader, EventMetadata metadata, Refusals refusals, Headroom headroom) {
        this.bus = bus;
        this.reader = reader;
        this.metadata = metadata;
        this.refusals = refusals;
        this.headroom = headroom;
        Whereabouts whereabouts = new Whereabouts(reader);
        this.scopes = new ScopeGuard(whereabouts);
        this.softLocks = new SoftLockGuard(reader, whereabouts);
    }

    Answer handle(Order order) {
        if (headroom.spent()) {
            return order.answer(Outcome.STORAGE_FULL, FULL);
        }
        if (!order.allowed()) {
            return forbidden(order);
        }
        ScopeGuard.Reach reach = scopes.of(order);
        if (reach != ScopeGuard.Reach.WITHIN) {
            return outOfScope(order, reach);
        }
        Long expected = order.caller().ifMatch();
        if (expected != null && reader.lastSequence(order.stream()).orElse(-1L) != expected.longValue()) {
            return order.answer(Outcome.STALE, STALE);
        }
        try {
            softLocks.check(order);
        } catch (Refused locked) {
            return refused(order, locked);
        }
        for (int repeat = 0; ; repeat++) {
            Receipt receipt = new Receipt(order.stream(), expected);
            Throwable failure = dispatch(order, receipt);
            if (failure == null) {
                return order.done(receipt);
            }
            if (!isConflict(failure)) {
                return failed(order, failure);
            }
            if (expected != null || repeat == MOST_REPEATS) {
                return expected == null ? order.answer(Outcome.BUSY, BUSY) : order.answer(Outcome.STALE, STALE);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L << repeat));
        }
    }

    /** Axon's bus handles on this thread; the answer is there when dispatch returns. */
    private @Nullable Throwable dispatch(Order order, Receipt receipt) {
        CommandMessage<?> message = new GenericCommandMessage<>(
                new GenericMessage<>(order.id().toString(), order.command(), metadata.of(order)),
                order.command().getClass().getName());
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        ScopedValue.where(Receipt.CURRENT, receipt)
                .run(() -> bus.dispatch(
                        message,
                        (command, result) ->
                                failure.set(result.isExceptional() ? unwrapped(result.exceptionResult()) : null)));
        return failure.get();
    }

    private Answer failed(Order order, Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused(order, refused);
            case Invalid invalid -> order.answer(Outcome.INVALID, String.valueOf(invalid.getMessage()));
            case Stale stale -> order.answer(Outcome.STALE, STALE);
            case LogBusy busy -> order.answer(Outcome.BUSY, BUSY);
            case AggregateNotFoundException missing ->
                order.answer(Outcome.NOT_FOUND, "There is no " + order.stream() + ".");
            default -> fault(order, failure);
        };
    }

    private Answer refused(Order order, Refused refused) {
        if (refused.rule().equals("not-found")) {
            return order.refused(Outcome.NOT_FOUND, refused.rule(), refused.evidence(), refused.sentence());
        }
        refusals.record(order, refused.rule(), refused.evidence());
        return order.refused(Outcome.REFUSED, refused.rule(), refused.evidence(), refused.sentence());
    }

    private Answer forbidden(Order order) {
        String needed = String.join(
                ", ",
                new TreeSet<>(order.kind().roles().stream()
                        .filter(role -> role != Role.PROCESS)
                        .map(Enum::name)
                        .toList()));
        Map<String, String> evidence = Map.of("needs", needed);
        refusals.record(order, "role-missing", evidence);
        return order.refused(
                Outcome.FORBIDDEN, "role-missing", evidence, order.kind().name() + " needs the role " + needed + ".");
    }

    /** Of another group it is not there; of the whole house it takes a grant that reaches so far. */
    private Answer outOfScope(Order order, ScopeGuard.Reach reach) {
        Scope scope = order.caller().scope();
        Map<String, String> evidence = Map.of("reaches", scope == null ? "" : scope.words());
        refusals.record(order, "out-of-scope", evidence);
        return reach == ScopeGuard.Reach.OUTSIDE
                ? order.answer(Outcome.NOT_FOUND, "There is no " + order.stream() + ".")
                : order.refused(
                        Outcome.FORBIDDEN,
                        "out-of-scope",
                        evidence,
                        order.kind().name() + " concerns the whole house; your roles reach only some close groups.");
    }

    private static Answer fault(Order order, Throwable failure) {
        if (isDiskFull(failure)) {
            LOG.error(
                    "The disk is full: {} to {} was not written.", order.kind().name(), order.stream());
            return order.answer(Outcome.STORAGE_FULL, FULL);
        }
        LOG.error("{} to {} failed, trace {}", order.kind().name(), order.stream(), order.traceId(), failure);
        return order.answer(Outcome.FAULT, FAULT);
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    private static boolean isDiskFull(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                        || isDiskFull(failure.getCause()));
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CommandExecutionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
