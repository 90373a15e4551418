package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.network.PointRole;
import io.tallybook.migrations.jooq.tables.records.ViewCloseRecord;
import io.tallybook.query.allocation.RunProgress;
import io.tallybook.query.allocation.RunState;
import io.tallybook.query.balance.BalanceStanding;
import io.tallybook.query.close.StepPlan.StepProgress;
import io.tallybook.query.metering.MeterMonthState;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.statement.StatementState;
import io.tallybook.query.variance.ReviewProgress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checklist: how far each step has come, from the facts. */
final class Steps {
    private static final int SIGNATURES = 2;

    private final CloseFacts facts;
    private final ViewCloseRecord close;
    private final Set<CloseStep> blocked;

    private Steps(CloseFacts facts, List<Blocker> blockers) {
        this.facts = facts;
        this.close = facts.close();
        this.blocked = blockers.stream().map(Blocker::step).collect(Collectors.toSet());
    }

    static List<StepView> of(CloseFacts facts, List<Blocker> blockers, Instant now) {
        Steps steps = new Steps(facts, blockers);
        return Stream.of(CloseStep.values())
                .map(step -> StepPlan.of(step).view(steps.progress(step), facts, now, blocked(blockers, step)))
                .toList();
    }

    private static int blocked(List<Blocker> blockers, CloseStep step) {
        return (int) blockers.stream().filter(b -> b.step() == step).count();
    }

    private StepProgress progress(CloseStep step) {
        return switch (step) {
            case OPEN -> single(step, true, close.getOpenedAt(), new PersonId(close.getOpenedBy()));
            case CUTOFF -> single(step, true, close.getCutoffAt(), Columns.maybe(close.getCutoffBy(), PersonId::new));
            case COMPLETENESS -> condition(step, count(m -> m.missing() == 0));
            case DEAD_LETTERS -> condition(step, count(m -> m.openDeadLetters() == 0));
            case FREEZE ->
                counted(
                        step,
                        facts.cutoff(),
                        count(m -> m.state() != MeterMonthState.OPEN),
                        points(),
                        close.getFrozenAt());
            case BALANCE -> counted(step, facts.frozen(), accepted(), facts.areas(), close.getBalancedAt());
            case ALLOCATE -> allocate(step);
            case VALUE -> counted(step, facts.frozen(), prepared(), close.getStatements(), close.getValuedAt());
            case REVIEW -> review(step);
            case JOURNAL -> single(step, close.getValuedAt() != null, close.getJournalAt(), PersonId.HOUSE);
            case APPROVE -> approve(step);
            case POST -> single(step, close.getApprovedAt() != null, close.getPostedAt(), PersonId.HOUSE);
            case PUBLISH -> single(step, close.getPostedAt() != null, close.getPublishedAt(), PersonId.HOUSE);
            case LOCK ->
                single(
                        step,
                        close.getPublishedAt() != null,
                        close.getLockedAt(),
                        Columns.maybe(close.getLockBy(), PersonId::new));
        };
    }

    /** A step that is one deed. */
    private StepProgress single(CloseStep step, boolean turn, @Nullable Instant finished, @Nullable PersonId by) {
        return progress(step, turn, finished == null ? 0 : 1, 1, finished != null, finished, by);
    }

    /** A step done piece by piece, whose end the close itself records. */
    private StepProgress counted(CloseStep step, boolean turn, int done, int total, @Nullable Instant finished) {
        return progress(step, turn, finished == null ? done : total, total, finished != null, finished, PersonId.HOUSE);
    }

    /** A condition on every point: it holds for good once the month is frozen. */
    private StepProgress condition(CloseStep step, int done) {
        boolean holds = facts.frozen() || (facts.cutoff() && done == points() && points() > 0);
        return progress(
                step,
                facts.cutoff(),
                facts.frozen() ? points() : done,
                points(),
                holds,
                close.getFrozenAt(),
                PersonId.HOUSE);
    }

    private StepProgress allocate(CloseStep step) {
        int completed = (int) facts.runs().stream()
                .filter(r -> r.state() == RunState.COMPLETED)
                .count();
        int total = (int)
                facts.months().stream().filter(m -> m.role() == PointRole.FLOW).count();
        boolean done = total > 0 && completed >= total && facts.frozen();
        Instant finished = facts.runs().stream()
                .map(RunProgress::completedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return progress(step, facts.frozen(), completed, total, done, finished, PersonId.HOUSE);
    }

    /** A pack that was ready before there were reviews needed none. */
    private StepProgress review(CloseStep step) {
        Instant reviewed = close.getReviewedAt();
        int done =
                (int) facts.reviews().stream().filter(ReviewProgress::reviewed).count();
        return counted(
                step,
                close.getValuedAt() != null,
                done,
                facts.reviews().size(),
                reviewed == null ? close.getPackReadyAt() : reviewed);
    }

    private StepProgress approve(CloseStep step) {
        List<ApprovalView> standing =
                facts.approvals().stream().filter(a -> !a.voided()).toList();
        boolean ready = close.getPackReadyAt() != null;
        StepProgress progress = progress(
                step,
                ready,
                standing.size(),
                SIGNATURES,
                close.getApprovedAt() != null,
                close.getApprovedAt(),
                standing.isEmpty() ? null : standing.getLast().by());
        boolean redo = standing.isEmpty()
                ? isSignedBefore() && progress.state() != StepState.BLOCKED
                : facts.lateData().stream().anyMatch(late -> late.decision() == null);
        return redo && progress.state() != StepState.DONE ? progress.in(StepState.REDO) : progress;
    }

    /** In this revision, and what was signed is void since. */
    private boolean isSignedBefore() {
        int before =
                facts.revisions().isEmpty() ? 0 : facts.revisions().getLast().attempt();
        return facts.approvals().stream().anyMatch(signed -> signed.attempt() > before);
    }

    private StepProgress progress(
            CloseStep step,
            boolean turn,
            int done,
            int total,
            boolean finished,
            @Nullable Instant at,
            @Nullable PersonId by) {
        return new StepProgress(finished ? StepState.DONE : open(step, turn, done), done, total, at, by);
    }

    /** Where a step stands that is not done. */
    private StepState open(CloseStep step, boolean turn, int done) {
        if (blocked.contains(step)) {
            return StepState.BLOCKED;
        }
        if (close.getRevision() > 1 && (!turn || done == 0)) {
            return StepState.OUTDATED;
        }
        return turn ? StepState.RUNNING : StepState.WAITING;
    }

    private int points() {
        return facts.months().size();
    }

    private int count(Predicate<MeterMonthView> condition) {
        return (int) facts.months().stream().filter(condition).count();
    }

    private int accepted() {
        return (int) facts.balances().stream()
                .filter(b -> b.standing() == BalanceStanding.ACCEPTED)
                .count();
    }

    private int prepared() {
        return (int) facts.statements().stream()
                .filter(s -> s.state() == StatementState.PREPARED || s.state() == StatementState.ISSUED)
                .count();
    }
}
