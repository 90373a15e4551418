package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.Escalation;
import io.tallybook.query.close.CloseFacts.ToldLate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who moves each step, who looks at it, and what is counted in it. */
enum StepPlan {
    OPEN(CloseStep.OPEN, Role.ACCOUNTANT, "periods"),
    CUTOFF(CloseStep.CUTOFF, Role.ACCOUNTANT, "declarations"),
    COMPLETENESS(CloseStep.COMPLETENESS, Role.OPERATOR, Role.APPROVER, "points"),
    DEAD_LETTERS(CloseStep.DEAD_LETTERS, Role.ACCOUNTANT, "points"),
    FREEZE(CloseStep.FREEZE, Role.PROCESS, "points"),
    BALANCE(CloseStep.BALANCE, Role.ACCOUNTANT, Role.APPROVER, "areas"),
    ALLOCATE(CloseStep.ALLOCATE, Role.PROCESS, "points"),
    VALUE(CloseStep.VALUE, Role.PROCESS, "statements"),
    REVIEW(CloseStep.REVIEW, Role.ACCOUNTANT, Role.APPROVER, "contracts"),
    JOURNAL(CloseStep.JOURNAL, Role.PROCESS, "journals"),
    APPROVE(CloseStep.APPROVE, Role.APPROVER, Role.APPROVER, "signatures"),
    POST(CloseStep.POST, Role.PROCESS, "journals"),
    PUBLISH(CloseStep.PUBLISH, Role.PROCESS, "packs"),
    LOCK(CloseStep.LOCK, Role.APPROVER, "locks");

    private final CloseStep step;
    private final Role owner;
    private final @Nullable Role reviewer;
    private final String unit;

    StepPlan(CloseStep step, Role owner, String unit) {
        this(step, owner, null, unit);
    }

    /** Another than who made it accepts a material estimate, a balance, a variance's explanation; another signs second. */
    StepPlan(CloseStep step, Role owner, @Nullable Role reviewer, String unit) {
        this.step = step;
        this.owner = owner;
        this.reviewer = reviewer;
        this.unit = unit;
    }

    static StepPlan of(CloseStep step) {
        return Stream.of(values()).filter(plan -> plan.step == step).findFirst().orElseThrow();
    }

    /** The step's line. */
    StepView view(StepProgress progress, CloseFacts facts, Instant now, int blockers) {
        Instant due = CloseTemplate.due(
                step,
                facts.close().getDueFrom(),
                facts.zone(),
                List.of(facts.close().getHolidays()));
        ToldLate known = facts.overdue().get(step);
        Instant told = known == null ? null : known.since();
        Instant finished = progress.finishedAt();
        boolean done = progress.state() == StepState.DONE;
        // told of a step that may not take its whole business day, as the posting, or done since but too late
        boolean late = told != null || (done ? finished != null && finished.isAfter(due) : now.isAfter(due));
        boolean shownLate = late && (progress.state() == StepState.WAITING || progress.state() == StepState.RUNNING);
        return new StepView(
                step,
                shownLate ? StepState.LATE : progress.state(),
                owner,
                reviewer,
                List.copyOf(CloseTime.before(step)),
                CloseTemplate.businessDay(step),
                due,
                late,
                told,
                known == null || done ? null : escalatedTo(known.level()),
                progress.done(),
                progress.total(),
                unit,
                blockers,
                done ? finished : null,
                done ? progress.by() : null,
                done ? facts.certified().get(step) : null);
    }

    /** What is late with the meters goes to measurement first, all else to who runs the close, then to the books' own. */
    private @Nullable EscalatedTo escalatedTo(Escalation level) {
        boolean meters = step.compareTo(CloseStep.FREEZE) <= 0;
        return switch (level) {
            case OWNER -> null;
            case LEAD ->
                meters
                        ? EscalatedTo.MEASUREMENT_LEAD
                        : owner == Role.APPROVER ? EscalatedTo.CONTROLLER : EscalatedTo.CLOSE_MANAGER;
            case MANAGER -> meters ? EscalatedTo.CLOSE_MANAGER : EscalatedTo.CFO;
        };
    }

    /** How far a step has come, before anyone asks whether it is late. */
    record StepProgress(
            StepState state,
            int done,
            int total,
            @Nullable Instant finishedAt,
            @Nullable PersonId by) {
        StepProgress in(StepState other) {
            return new StepProgress(other, done, total, finishedAt, by);
        }
    }
}
