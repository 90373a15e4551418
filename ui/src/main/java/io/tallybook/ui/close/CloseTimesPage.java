package io.tallybook.ui.close;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseTime;
import io.tallybook.query.close.CloseTime.StepTime;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How many days the months of a group took to close, which step held them up, and one month step by step. */
@PageController
class CloseTimesPage {
    private static final List<Column> MONTHS = List.of(
            Column.text("period"),
            Column.of("revision", Kind.COUNT),
            Column.of("counted-from", Kind.TIME),
            Column.of("locked", Kind.TIME),
            Column.of("days-to-close", Kind.COUNT),
            Column.of("planned-day", Kind.COUNT),
            Column.of("actual-day", Kind.COUNT),
            Column.of("late-steps", Kind.COUNT),
            Column.text("bottleneck"));
    private static final List<Column> STEPS = List.of(
            Column.text("step"),
            Column.of("critical", Kind.STATE),
            Column.text("planned"),
            Column.of("began", Kind.TIME),
            Column.of("finished", Kind.TIME),
            Column.figure("took", Kind.COUNT, "min"),
            Column.text("late"));

    private final CloseTimes times;
    private final CloseQueries closes;

    CloseTimesPage(CloseTimes times, CloseQueries closes) {
        this.times = times;
        this.closes = closes;
    }

    /** The first group there is. */
    @GetMapping("/close-times")
    String first() {
        return closes.calendars().stream()
                .findFirst()
                .map(calendar -> "redirect:/close-times/" + calendar.group().value())
                .orElseThrow(NotFound.page());
    }

    @GetMapping("/close-times/{group}")
    String months(@PathVariable String group, Screen screen, Model model) {
        CalendarView calendar = closes.calendar(new CloseGroup(group)).orElseThrow(NotFound.page());
        List<CloseTime> months = times.of(calendar);
        Figures words = screen.figures();
        String chosen = screen.param("month").orElse("");
        Leaf leaf = new Leaf(words.word("times.title", group), stand(months, words))
                .with(screen.table(
                                "close-times",
                                MONTHS,
                                months.stream().map(month -> row(month, words)).toList())
                        .live("close"));
        Optional<CloseTime> one = months.stream()
                .filter(month -> month.period().value().equals(chosen))
                .findFirst()
                .or(() -> months.stream().findFirst());
        one.ifPresent(month -> leaf.with(steps(month, screen))
                .fact("times.of", words.word("crumb.close", month.period()), Ways.close(month.closeId())));
        model.addAttribute("leaf", leaf);
        model.addAttribute("charts", true);
        model.addAttribute(
                "timeline", one.map(month -> TimelineChart.of(month, words)).orElse(""));
        model.addAttribute(
                "timelineOf", one.map(month -> month.period().value()).orElse(""));
        return "leaf";
    }

    /** The mean of the months that have locked, to the tenth of a day. */
    private static String stand(List<CloseTime> months, Figures words) {
        List<Long> days = months.stream()
                .flatMap(month -> Stream.ofNullable(month.days()))
                .toList();
        if (days.isEmpty()) {
            return words.word("times.stand.none");
        }
        long sum = days.stream().mapToLong(Long::longValue).sum();
        BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP);
        return words.word("times.stand", days.size(), words.number(mean, 1));
    }

    private static Row row(CloseTime month, Figures words) {
        CloseId close = month.closeId();
        return Row.of(
                month.period().value(),
                Cell.of(month.period().value())
                        .to("/close-times/" + close.group().value() + "?month=" + month.period()),
                Cell.of(month.revision()),
                Cell.of(month.dueFrom()),
                Cell.of(month.lockedAt()),
                count(month.days()),
                Cell.of(month.planned()),
                count(month.businessDay()),
                Cell.of(month.lateSteps()),
                Cell.of(month.bottleneck() == null ? null : words.word("step." + month.bottleneck())));
    }

    private static Cell count(@Nullable Number number) {
        return number == null ? Cell.ABSENT : Cell.of(number.longValue());
    }

    private static Table steps(CloseTime month, Screen screen) {
        Figures words = screen.figures();
        return screen.table(
                        "close-steps",
                        STEPS,
                        month.steps().stream()
                                .map(step -> row(month, step, words))
                                .toList())
                .live("close");
    }

    private static Row row(CloseTime month, StepTime step, Figures words) {
        return Row.of(
                step.step().name(),
                Cell.of(words.word("step." + step.step())),
                Cell.of(critical(month, step)),
                Cell.of(words.word(
                        "step.due", step.businessDay(), words.day(step.due().minusMillis(1)))),
                Cell.of(step.began()),
                Cell.of(step.finished()),
                step.took() == null ? Cell.ABSENT : Cell.of(step.took().toMinutes()),
                Cell.of(step.late() ? words.word("times.late") : null));
    }

    private static State critical(CloseTime month, StepTime step) {
        if (step.step() == month.bottleneck()) {
            return State.late("times.bottleneck");
        }
        return step.critical() ? State.working("times.critical") : State.waiting("times.beside");
    }
}
