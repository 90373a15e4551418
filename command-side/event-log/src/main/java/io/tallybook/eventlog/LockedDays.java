package io.tallybook.eventlog;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodTakenBack;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.LockArea;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a calendar's stream says of soft locks, up to a moment. */
final class LockedDays {
    private final Map<LockArea, GasDay> through = new EnumMap<>(LockArea.class);
    private final Map<Integer, LockExceptionGranted> exceptions = new TreeMap<>();
    private final TreeSet<AccountingPeriod> open = new TreeSet<>();

    /** @param until events after it are not looked at; times of orders are cut to milliseconds, and so are theirs here */
    static LockedDays of(List<StoredEvent> calendar, Instant until) {
        LockedDays days = new LockedDays();
        calendar.stream()
                .filter(stored -> !stored.time().truncatedTo(ChronoUnit.MILLIS).isAfter(until))
                .forEach(days::remember);
        return days;
    }

    Optional<GasDay> through(LockArea area) {
        return Optional.ofNullable(through.get(area));
    }

    /** The first day of the latest period that is open. */
    Optional<GasDay> openFrom() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.last().firstDay());
    }

    boolean excepts(LockArea area, PersonId person, Instant at) {
        return exceptions.values().stream()
                .filter(exception -> exception.area() == area)
                .filter(exception ->
                        exception.person() == null || exception.person().equals(person))
                .anyMatch(exception -> at.isBefore(exception.until()));
    }

    private void remember(StoredEvent stored) {
        switch (stored.event()) {
            case SoftLockMoved e -> move(e);
            case LockExceptionGranted e -> exceptions.put(e.number(), e);
            case LockExceptionEnded e -> exceptions.remove(e.number());
            case PeriodOpened e -> open.add(e.period());
            case PeriodReopened e -> open.add(e.period());
            case PeriodLocked e -> open.remove(e.period());
            case PeriodTakenBack e -> open.remove(e.period());
            default -> {}
        }
    }

    private void move(SoftLockMoved e) {
        if (e.to() == null) {
            through.remove(e.area());
        } else {
            through.put(e.area(), e.to());
        }
    }
}
