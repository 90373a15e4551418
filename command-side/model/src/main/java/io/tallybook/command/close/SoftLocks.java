package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCalendarCommand;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.LockArea;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a calendar knows of soft locks: where they stand and who is excepted. Who they stop is the command door's (ADR 21). */
final class SoftLocks {
    private final Map<LockArea, GasDay> through = new EnumMap<>(LockArea.class);
    private final TreeMap<Integer, LockExceptionGranted> exceptions = new TreeMap<>();
    private int granted;

    void move(MoveSoftLocks order) {
        Reopening.requireReason(order.reason());
        for (LockArea area : LockArea.values()) {
            GasDay to = order.through().get(area);
            if (!Objects.equals(through.get(area), to)) {
                apply(new SoftLockMoved(order.group(), area, through.get(area), to, order.reason(), order.by()));
            }
        }
    }

    void grant(GrantLockException order) {
        Reopening.requireReason(order.reason());
        Invalid.unless(
                order.minutes() >= 1 && order.minutes() <= CloseCalendarCommand.MOST_EXCEPTION_MINUTES,
                "an exception runs for 1 minute to 7 days (" + CloseCalendarCommand.MOST_EXCEPTION_MINUTES
                        + " minutes)");
        if (exceptions.values().stream().anyMatch(known -> isSame(known, order))) {
            return;
        }
        Refused.when(
                order.by().equals(order.person()),
                "own-exception",
                "Nobody makes an exception for themselves; it takes another approver.");
        Refused.when(
                exceptions.values().stream()
                                .filter(known -> runs(known, order.at()))
                                .count()
                        >= CloseCalendarCommand.MOST_EXCEPTIONS,
                "too-many-exceptions",
                "There are " + CloseCalendarCommand.MOST_EXCEPTIONS + " exceptions already: end one first.");
        apply(new LockExceptionGranted(
                order.group(),
                granted + 1,
                order.area(),
                order.person(),
                order.at().plus(Duration.ofMinutes(order.minutes())),
                order.reason(),
                order.by()));
    }

    private static boolean isSame(LockExceptionGranted known, GrantLockException order) {
        return runs(known, order.at())
                && known.area() == order.area()
                && Objects.equals(known.person(), order.person())
                && known.by().equals(order.by())
                && known.reason().equals(order.reason());
    }

    private static boolean runs(LockExceptionGranted exception, Instant at) {
        return at.isBefore(exception.until());
    }

    void end(EndLockException order) {
        Reopening.requireReason(order.reason());
        Refused.when(
                order.number() < 1 || order.number() > granted,
                "not-found",
                "There is no exception " + order.number() + " from a soft lock.");
        LockExceptionGranted known = exceptions.get(order.number());
        if (known != null && runs(known, order.at())) {
            apply(new LockExceptionEnded(order.group(), order.number(), order.reason(), order.by()));
        }
    }

    void remember(SoftLockMoved event) {
        if (event.to() == null) {
            through.remove(event.area());
        } else {
            through.put(event.area(), event.to());
        }
    }

    /** Those that ran out long ago need not be kept: an exception that ends before a new one begins is over. */
    void remember(LockExceptionGranted event) {
        granted = event.number();
        exceptions.put(event.number(), event);
        while (exceptions.size() > CloseCalendarCommand.MOST_EXCEPTIONS + 1) {
            exceptions.remove(soonest());
        }
    }

    private int soonest() {
        return exceptions.values().stream()
                .min((one, other) -> one.until().compareTo(other.until()))
                .map(LockExceptionGranted::number)
                .orElseThrow();
    }

    void remember(LockExceptionEnded event) {
        exceptions.remove(event.number());
    }
}
