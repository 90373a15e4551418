package io.tallybook.ui.close;

import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
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
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
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
        model.addAttribute(
                "leaf",
                new Leaf(words.word("due.title"), words.word("due.stand", open.size(), late))
                        .fact(
                                "due.mine",
                                words.word(mine ? "due.mine.all" : "due.mine.only"),
                                mine ? "/due" : "/due?mine=true")
                        .with(screen.table(
                                        "due",
                                        COLUMNS,
                                        open.stream()
                                                .map(due -> row(due, words))
                                                .toList())
                                .live("close")));
        return "leaf";
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
