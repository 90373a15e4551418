package io.tallybook.ui.close;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.NextOpening;
import io.tallybook.query.close.StepState;
import io.tallybook.query.close.StepView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is due in every close that is open, by business day; {@code ?mine} keeps what the person's roles move. */
@PageController
class DuePage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("due-day"),
            Column.text("due-number"),
            Column.text("group"),
            Column.text("period"),
            Column.text("step"),
            Column.of("state", Kind.STATE),
            Column.text("owner"));

    private final CloseQueries closes;
    private final Clock clock;

    DuePage(CloseQueries closes, Clock clock) {
        this.closes = closes;
        this.clock = clock;
    }

    private record Due(CloseOverview close, StepView step) {}

    @GetMapping("/due")
    String due(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        boolean mine = screen.param("mine").isPresent();
        Figures words = screen.figures();
        List<Due> open = closes.calendars().stream()
                .flatMap(calendar -> calendar.periods().stream())
                .filter(period -> period.status() != CloseStatus.LOCKED)
                .flatMap(period -> closes.overview(period.closeId(), clock.instant()).stream())
                .flatMap(close -> close.steps().stream().map(step -> new Due(close, step)))
                .filter(due -> due.step().state() != StepState.DONE)
                .filter(due -> !mine || account.is(due.step().owner()))
                .sorted(Comparator.comparing((Due due) -> due.step().due()))
                .toList();
        long late = open.stream().filter(due -> due.step().late()).count();
        List<Row> unopened = mine && !account.is(Role.ACCOUNTANT) ? List.of() : unopened(words);
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("due.title"),
                                words.word("due.stand", open.size() + unopened.size(), late + unopened.size()))
                        .fact(
                                "due.mine",
                                words.word(mine ? "due.mine.all" : "due.mine.only"),
                                mine ? "/due" : "/due?mine=true")
                        .with(screen.table(
                                        "due",
                                        COLUMNS,
                                        Stream.concat(
                                                        unopened.stream(),
                                                        open.stream().map(due -> row(due, words)))
                                                .toList())
                                .live("close")));
        return "leaf";
    }

    /** Of each calendar the period that should be open by now and is not. */
    private List<Row> unopened(Figures words) {
        return closes.calendars().stream()
                .flatMap(calendar -> calendar
                        .opening(clock.instant())
                        .filter(next -> next.late() != null)
                        .map(next -> unopened(calendar.group(), next, words))
                        .stream())
                .toList();
    }

    private static Row unopened(CloseGroup group, NextOpening next, Figures words) {
        return Row.of(
                group.value() + "/" + next.period() + "/" + CloseStep.OPEN,
                Cell.of(words.day(next.due().minusMillis(1))),
                Cell.of(words.word("due.number", CloseTemplate.businessDay(CloseStep.OPEN))),
                Cell.of(group.value()),
                Cell.of(next.period().value()).to("/close"),
                Cell.of(words.word("step." + CloseStep.OPEN)),
                Cell.of(State.late("state.late")),
                Cell.of(words.word("role." + Role.ACCOUNTANT)));
    }

    private static Row row(Due due, Figures words) {
        StepView step = due.step();
        return Row.of(
                due.close().closeId().value() + "/" + step.step(),
                Cell.of(words.day(step.due().minusMillis(1))),
                Cell.of(words.word("due.number", step.businessDay())),
                Cell.of(due.close().closeId().group().value()),
                Cell.of(due.close().closeId().period().value())
                        .to(Ways.close(due.close().closeId())),
                Cell.of(words.word("step." + step.step())),
                Cell.of(StepRows.state(step, false)),
                Cell.of(words.word("role." + step.owner())));
    }
}
