package io.tallybook.command.close;

import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps have been told to be late: each is told once, however often its deadline comes. */
final class Overdue {
    private final Set<CloseStep> told = EnumSet.noneOf(CloseStep.class);

    List<DueStep> fresh(ReportOverdue order, Predicate<CloseStep> done) {
        return order.steps().stream()
                .filter(step -> !step.due().isAfter(order.at()))
                .filter(step -> !told.contains(step.step()) && !done.test(step.step()))
                .toList();
    }

    void remember(StepsOverdue event) {
        event.steps().forEach(step -> told.add(step.step()));
    }
}
