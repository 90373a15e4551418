package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who moves each step, and by which business day after the period's end (domain: month-end close, BDn). */
enum StepPlan {
    OPEN(CloseStep.OPEN, Role.ACCOUNTANT, 0, "periods"),
    CUTOFF(CloseStep.CUTOFF, Role.ACCOUNTANT, 1, "declarations"),
    COMPLETENESS(CloseStep.COMPLETENESS, Role.OPERATOR, 2, "points"),
    DEAD_LETTERS(CloseStep.DEAD_LETTERS, Role.ACCOUNTANT, 3, "points"),
    FREEZE(CloseStep.FREEZE, Role.PROCESS, 3, "points"),
    BALANCE(CloseStep.BALANCE, Role.ACCOUNTANT, 4, "areas"),
    ALLOCATE(CloseStep.ALLOCATE, Role.PROCESS, 5, "points"),
    VALUE(CloseStep.VALUE, Role.PROCESS, 6, "statements"),
    JOURNAL(CloseStep.JOURNAL, Role.PROCESS, 7, "journals"),
    APPROVE(CloseStep.APPROVE, Role.APPROVER, 8, "signatures"),
    POST(CloseStep.POST, Role.PROCESS, 8, "journals"),
    PUBLISH(CloseStep.PUBLISH, Role.PROCESS, 9, "packs"),
    LOCK(CloseStep.LOCK, Role.APPROVER, 9, "locks");

    private final CloseStep step;
    private final Role owner;
    private final int businessDay;
    private final String unit;

    StepPlan(CloseStep step, Role owner, int businessDay, String unit) {
        this.step = step;
        this.owner = owner;
        this.businessDay = businessDay;
        this.unit = unit;
    }

    static StepPlan of(CloseStep step) {
        return Stream.of(values()).filter(plan -> plan.step == step).findFirst().orElseThrow();
    }

    /** The end of the business day, in the calendar's zone. */
    Instant due(Instant dueFrom, ZoneId zone) {
        LocalDate day = businessDay(dueFrom.atZone(zone).toLocalDate(), businessDay);
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first business day is the first one on or after the day counting begins; Saturdays and Sundays are none. */
    private static LocalDate businessDay(LocalDate from, int number) {
        LocalDate day = next(from);
        for (int i = 1; i < number; i++) {
            day = next(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate next(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** The step's line. */
    StepView view(StepProgress progress, Instant dueFrom, ZoneId zone, Instant now, int blockers) {
        Instant due = due(dueFrom, zone);
        Instant finished = progress.finishedAt();
        boolean done = progress.state() == StepState.DONE;
        boolean late = done ? finished != null && finished.isAfter(due) : now.isAfter(due);
        boolean shownLate = late && (progress.state() == StepState.WAITING || progress.state() == StepState.RUNNING);
        return new StepView(
                step,
                shownLate ? StepState.LATE : progress.state(),
                owner,
                businessDay,
                due,
                late,
                progress.done(),
                progress.total(),
                unit,
                blockers,
                done ? finished : null,
                done ? progress.by() : null);
    }

    /** How far a step has come, before anyone asks whether it is late. */
    record StepProgress(
            StepState state,
            int done,
            int total,
            @Nullable Instant finishedAt,
            @Nullable PersonId by) {}
}
