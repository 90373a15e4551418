package io.tallybook.ui.close;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.LockArea;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.LockExceptionView;
import io.tallybook.query.close.SoftLockView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The soft locks of a calendar as its page shows them.
 *
 * @param running the exceptions that may be ended
 */
record SoftLockPanel(String group, List<AreaLock> areas, List<LockExceptionView> running) {
    private static final List<Column> COLUMNS = List.of(
            Column.text("number"),
            Column.text("group"),
            Column.text("area"),
            Column.text("person"),
            Column.of("state", Kind.STATE),
            Column.of("until", Kind.TIME),
            Column.text("reason"),
            Column.text("by"),
            Column.text("endedBy"),
            Column.text("endReason"));

    /** Where an area's lock stands and who moved it there; {@code moved} null when nobody ever did. */
    record AreaLock(
            LockArea area,
            @Nullable GasDay through,
            @Nullable SoftLockView moved) {}

    static SoftLockPanel of(CalendarView calendar, Instant now) {
        List<AreaLock> areas = Arrays.stream(LockArea.values())
                .map(area -> area(area, calendar))
                .toList();
        List<LockExceptionView> running =
                calendar.lockExceptions().stream().filter(e -> e.runs(now)).toList();
        return new SoftLockPanel(calendar.group().value(), areas, running);
    }

    private static AreaLock area(LockArea area, CalendarView calendar) {
        SoftLockView moved = calendar.softLocks().stream()
                .filter(lock -> lock.area() == area)
                .findFirst()
                .orElse(null);
        return new AreaLock(area, moved == null ? null : moved.through(), moved);
    }

    /** Every exception there was, the newest first. */
    static Table exceptions(
            List<CalendarView> calendars, Screen screen, Function<@Nullable PersonId, String> names, Instant now) {
        List<Row> rows = calendars.stream()
                .flatMap(calendar -> calendar.lockExceptions().stream()
                        .map(exception -> row(calendar.group().value(), exception, screen, names, now)))
                .toList();
        return screen.table("lock-exceptions", COLUMNS, rows).live("close");
    }

    private static Row row(
            String group, LockExceptionView e, Screen screen, Function<@Nullable PersonId, String> names, Instant now) {
        return Row.of(
                group + "-" + e.number(),
                Cell.of(String.valueOf(e.number())),
                Cell.of(group),
                Cell.of(screen.figures().word("lockarea." + e.area())),
                Cell.of(e.person() == null ? screen.figures().word("exception.everybody") : names.apply(e.person())),
                Cell.of(state(e, now)),
                Cell.of(e.until()),
                Cell.of(e.reason()),
                Cell.of(names.apply(e.grantedBy())),
                Cell.of(e.endedBy() == null ? null : names.apply(e.endedBy())),
                Cell.of(e.endReason()));
    }

    private static State state(LockExceptionView e, Instant now) {
        if (e.runs(now)) {
            return State.working("exception.state.runs");
        }
        return e.endedBy() == null ? State.done("exception.state.over") : State.revoked("exception.state.ended");
    }
}
