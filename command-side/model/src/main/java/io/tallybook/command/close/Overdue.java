package io.tallybook.command.close;

import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.CutoffExtended;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which steps have been told to be late, and how far up: each is told once a level, however often its deadlines come. */
final class Overdue {
    private final Map<CloseStep, Escalation> told = new EnumMap<>(CloseStep.class);
    private CloseTerms terms = CloseTerms.standard();
    private @Nullable Instant extendedTo;

    List<DueStep> fresh(ReportOverdue order, Predicate<CloseStep> done) {
        return late(order, done).filter(step -> !told.containsKey(step.step())).toList();
    }

    /** Those that have reached that level and no higher one, and were not told at it. */
    List<DueStep> escalated(ReportOverdue order, Predicate<CloseStep> done, Escalation level) {
        return late(order, done)
                .filter(step -> Escalation.reached(due(step), order.at(), terms) == level)
                .filter(step -> told.getOrDefault(step.step(), Escalation.OWNER).compareTo(level) < 0)
                .toList();
    }

    private Stream<DueStep> late(ReportOverdue order, Predicate<CloseStep> done) {
        return order.steps().stream()
                .filter(step -> !step.due().isAfter(order.at()))
                .filter(step -> !done.test(step.step()))
                .filter(step -> !hasMoreTime(step, order.at()));
    }

    private boolean hasMoreTime(DueStep step, Instant at) {
        return step.step() == CloseStep.CUTOFF && extendedTo != null && at.isBefore(extendedTo);
    }

    /** A cut-off that was given more time is late from its end on. */
    private Instant due(DueStep step) {
        return step.step() == CloseStep.CUTOFF && extendedTo != null && extendedTo.isAfter(step.due())
                ? extendedTo
                : step.due();
    }

    @Nullable Instant extendedTo() {
        return extendedTo;
    }

    /** @param under the terms of the period; null for the standard ones */
    void open(@Nullable CloseTerms under) {
        terms = under == null ? CloseTerms.standard() : under;
    }

    void remember(CutoffExtended event) {
        extendedTo = event.until();
        told.remove(CloseStep.CUTOFF);
    }

    /** A month that is open again is told anew. */
    void forget() {
        told.clear();
        extendedTo = null;
    }

    void remember(StepsOverdue event) {
        event.steps().forEach(step -> told.putIfAbsent(step.step(), Escalation.OWNER));
    }

    void remember(StepsEscalated event) {
        event.steps().forEach(step -> told.put(step.step(), event.level()));
    }
}
