package io.tallybook.eventlog;

import io.tallybook.eventlog.GuardedOrders.Guarded;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.LockArea;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses what people order behind a soft lock (ADR 21). It reads the calendar's stream, never a view, so that a lock holds
 * from the next order on. Facts that an import brings and what processes order of themselves pass; what the house orders for
 * people, the rows of an approved change, is looked at as of the approval, so that it comes to the same when it is repeated.
 */
final class SoftLockGuard {
    private final LogReader log;
    private final Whereabouts whereabouts;
    private final Map<CloseGroup, Read> calendars = new ConcurrentHashMap<>();

    SoftLockGuard(LogReader log, Whereabouts whereabouts) {
        this.log = log;
        this.whereabouts = whereabouts;
    }

    /** A calendar's stream as it was read up to a sequence. */
    private record Read(long sequence, List<StoredEvent> events) {}

    /** @throws Refused by {@code soft-locked} */
    void check(Order order) {
        boolean house = order.caller().roles().contains(Role.PROCESS);
        if (order.caller().lane() == Lane.IMPORT || house && !order.kind().secondPerson()) {
            return;
        }
        Command command = order.command();
        Optional<Guarded> guarded = GuardedOrders.of(command);
        if (guarded.isEmpty()) {
            return;
        }
        PersonId person = house ? author(command) : order.caller().person();
        Instant until = house ? command.at() : Instant.MAX;
        whereabouts
                .of(guarded.get().touched())
                .ifPresent(found -> check(guarded.get().area(), found, person, command.at(), until));
    }

    private void check(LockArea area, Whereabouts.Found found, PersonId person, Instant at, Instant until) {
        LockedDays days = LockedDays.of(calendar(found.group()), until);
        Optional<GasDay> from = Optional.ofNullable(found.touched().from()).or(days::openFrom);
        Optional<GasDay> through = days.through(area);
        if (from.isEmpty() || through.isEmpty() || from.get().compareTo(through.get()) > 0) {
            return;
        }
        Refused.when(
                !days.excepts(area, person, at),
                "soft-locked",
                "The " + word(area) + " of " + found.group().value() + " is soft-locked through " + through.get()
                        + ", and this touches " + from.get()
                        + ". An approver may make an exception for you, or lower the lock.",
                Map.of(
                        "area", area.name(),
                        "through", through.get().value(),
                        "touches", from.get().value()));
    }

    private List<StoredEvent> calendar(CloseGroup group) {
        long last = log.lastSequence(group.toString()).orElse(-1L);
        Read read = calendars.get(group);
        if (read == null || read.sequence() != last) {
            List<StoredEvent> events = log.stream(group.toString());
            read = new Read(events.isEmpty() ? -1 : events.getLast().sequence(), events);
            calendars.put(group, read);
        }
        return read.events();
    }

    private static String word(LockArea area) {
        return area.name().toLowerCase(Locale.ROOT);
    }

    /** Who proposed what the house orders. */
    private static PersonId author(Command command) {
        return Arrays.stream(command.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("by") && component.getType() == PersonId.class)
                .findFirst()
                .map(component -> value(component, command))
                .orElse(PersonId.HOUSE);
    }

    private static PersonId value(RecordComponent component, Command command) {
        try {
            return (PersonId) component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the author of " + command.getClass() + " cannot be read", e);
        }
    }
}
