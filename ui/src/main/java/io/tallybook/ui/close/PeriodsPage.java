package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.PeriodView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every period of every calendar, and opening the next one. */
@PageController
class PeriodsPage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("period"),
            Column.text("group"),
            Column.of("state", Kind.STATE),
            Column.text("progress"),
            Column.of("opened", Kind.TIME),
            Column.text("by"),
            Column.of("locked", Kind.TIME),
            Column.text("lockedBy"),
            Column.of("lockHash", Kind.HASH));

    private final CloseQueries closes;
    private final People people;
    private final Clock clock;

    /** Where a calendar's hard lock stands and where it may go; null for nowhere. */
    record HardLock(
            String group,
            @Nullable AccountingPeriod through,
            @Nullable AccountingPeriod to) {}

    PeriodsPage(CloseQueries closes, People people, Clock clock) {
        this.closes = closes;
        this.people = people;
        this.clock = clock;
    }

    /** What may be opened next in a calendar. */
    record Next(String group, AccountingPeriod period, boolean waits) {}

    @GetMapping("/")
    String home() {
        return "redirect:/close";
    }

    @GetMapping("/close")
    String periods(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        List<CalendarView> calendars = closes.calendars();
        Instant now = clock.instant();
        Function<@Nullable PersonId, String> names = people.names();
        List<Row> rows = calendars.stream()
                .flatMap(c -> c.periods().reversed().stream())
                .map(p -> row(p, progress(p, now, screen.figures()), names))
                .toList();
        Table table = screen.table("periods", COLUMNS, rows).live("close balance metering deadletter price journal");
        long open = calendars.stream()
                .flatMap(c -> c.periods().stream())
                .filter(p -> p.status() != CloseStatus.LOCKED)
                .count();
        model.addAttribute("table", table);
        model.addAttribute("open", open);
        model.addAttribute("next", calendars.stream().map(PeriodsPage::next).toList());
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("approver", account.is(Role.APPROVER));
        model.addAttribute("locks", calendars.stream().map(PeriodsPage::lock).toList());
        model.addAttribute("names", names);
        model.addAttribute("persons", people.everybody());
        model.addAttribute(
                "softLocks",
                calendars.stream().map(c -> SoftLockPanel.of(c, now)).toList());
        model.addAttribute("exceptions", SoftLockPanel.exceptions(calendars, screen, names, now));
        return "periods";
    }

    /** The hard lock of a calendar, and to where it may rise: the last locked month, if that is beyond it. */
    private static HardLock lock(CalendarView calendar) {
        AccountingPeriod to = calendar.periods().stream()
                .filter(p -> p.lockedAt() != null)
                .map(PeriodView::period)
                .filter(p -> calendar.hardLock() == null || p.compareTo(calendar.hardLock()) > 0)
                .reduce((_, last) -> last)
                .orElse(null);
        return new HardLock(calendar.group().value(), calendar.hardLock(), to);
    }

    private static Next next(CalendarView calendar) {
        boolean waits = calendar.periods().stream().anyMatch(p -> p.status() != CloseStatus.LOCKED);
        AccountingPeriod period = calendar.periods().isEmpty()
                ? calendar.firstPeriod()
                : calendar.periods().getLast().period().next();
        return new Next(calendar.group().value(), period, waits);
    }

    /** The counts of a month in work; of a locked one every step is done. */
    private String progress(PeriodView period, Instant now, Figures figures) {
        return Optional.of(period)
                .filter(p -> p.status() != CloseStatus.LOCKED)
                .flatMap(p -> closes.overview(p.closeId(), now))
                .map(close -> CloseWords.progress(close.progress(), figures))
                .orElseGet(() -> figures.word("close.progress.all"));
    }

    private static Row row(PeriodView p, String progress, Function<@Nullable PersonId, String> names) {
        return Row.of(
                p.closeId().value(),
                Cell.of(p.period().value()).to(Ways.close(p.closeId())),
                Cell.of(p.closeId().group().value()),
                Cell.of(CloseWords.state(p.status())),
                Cell.of(progress).marked("wrap"),
                Cell.of(p.openedAt()),
                Cell.of(names.apply(p.openedBy())),
                Cell.of(p.lockedAt()),
                Cell.of(p.lockedBy() == null ? null : names.apply(p.lockedBy())),
                Cell.of(p.lockHash()));
    }
}
