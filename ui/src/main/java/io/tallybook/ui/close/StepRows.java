package io.tallybook.ui.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.query.close.Certified;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.StepView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checklist of a close as a table. */
final class StepRows {
    private static final List<Column> COLUMNS = List.of(
            Column.text("step"),
            Column.of("state", Kind.STATE),
            Column.text("owner"),
            Column.text("reviewer"),
            Column.text("waitsFor"),
            Column.text("due"),
            Column.text("progress"),
            Column.of("finished", Kind.TIME),
            Column.text("by"));

    private StepRows() {}

    /** {@code mine} says whose steps are shown, by the role that moves them. */
    static Table table(
            CloseOverview close, Predicate<Role> mine, Screen screen, Function<@Nullable PersonId, String> names) {
        Figures figures = screen.figures();
        return screen.table(
                        "steps",
                        COLUMNS,
                        close.steps().stream()
                                .filter(step -> mine.test(step.owner()))
                                .map(step -> row(close, step, figures, names))
                                .toList())
                .live("close balance metering deadletter price journal");
    }

    private static Row row(
            CloseOverview close, StepView step, Figures figures, Function<@Nullable PersonId, String> names) {
        int number = close.steps().indexOf(step) + 1;
        return Row.of(
                step.step().name(),
                Cell.of(number + "  " + figures.word("step." + step.step())).to(way(close, step.step())),
                Cell.of(state(step, close.lockedAt() != null)),
                Cell.of(owner(step, figures)),
                Cell.of(step.reviewer() == null ? null : figures.word("role." + step.reviewer())),
                Cell.of(after(close, step)),
                Cell.of(figures.word("step.due", step.businessDay(), figures.day(lastMoment(step.due())))),
                Cell.of(progress(step, figures)),
                Cell.of(step.finishedAt()).noted(step.late() && step.finishedAt() != null ? "step.wasLate" : null),
                Cell.of(by(step, figures, names)).marked("short"));
    }

    /** The numbers of the steps it waits for. */
    private static String after(CloseOverview close, StepView step) {
        return step.after().stream()
                .map(before -> Integer.toString(close.steps().indexOf(close.step(before)) + 1))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String by(StepView step, Figures figures, Function<@Nullable PersonId, String> names) {
        Certified certified = step.certified();
        return certified != null
                ? figures.word("certified." + certified.rule(), certified.version())
                : step.by() == null ? null : names.apply(step.by());
    }

    /** Who moves it and, once it is late for long, who has been told. */
    private static String owner(StepView step, Figures figures) {
        String owner = figures.word("role." + step.owner());
        return step.escalatedTo() == null
                ? owner
                : figures.word("step.escalated", owner, figures.word("escalated." + step.escalatedTo()));
    }

    static State state(StepView step, boolean locked) {
        return switch (step.state()) {
            case WAITING -> State.waiting("state.waiting");
            case RUNNING -> State.working("state.running");
            case BLOCKED -> State.blocked(step.late() ? "state.blockedLate" : "state.blocked");
            case OUTDATED -> step.late() ? State.late("state.outdatedLate") : State.outdated("state.outdated");
            case LATE -> State.late("state.late");
            case REDO -> State.redo(step.late() ? "state.redoLate" : "state.redo");
            case DONE ->
                locked && step.step() == CloseStep.LOCK
                        ? State.locked("state.locked")
                        : step.certified() != null ? State.certified("state.certified") : State.done("state.done");
        };
    }

    /** Due is where the business day ends; what people read is the day itself. */
    private static Instant lastMoment(Instant dayEnds) {
        return dayEnds.minusMillis(1);
    }

    private static @Nullable String progress(StepView step, Figures figures) {
        return step.total() == 0
                ? null
                : figures.word(
                        step.total() == 1 ? "step.progress.single" : "step.progress",
                        figures.count(step.done()),
                        figures.count(step.total()),
                        figures.word("unit." + step.unit()));
    }

    /** Where a step is worked on. */
    private static String way(CloseOverview close, CloseStep step) {
        String here = Ways.close(close.closeId());
        return switch (step) {
            case OPEN -> "/close";
            case CUTOFF, APPROVE, LOCK -> here + "#sign";
            case COMPLETENESS, FREEZE -> Ways.meterMonths(close.closeId());
            case DEAD_LETTERS -> Ways.deadLetters(close.closeId());
            case BALANCE -> here + "/balance";
            case ALLOCATE, VALUE -> Ways.statements(close.closeId());
            case REVIEW -> Ways.variances(close.closeId());
            case JOURNAL, POST -> Ways.journal(close.closeId());
            case PUBLISH -> Ways.documents(close.closeId());
        };
    }
}
