package io.tallybook.query.close;

import java.util.List;
import java.util.function.Predicate;

/**
 * How far a close has come, counted in steps.
 *
 * @param done those done, in time or not; with {@code remaining} all there are
 * @param late of those done, the ones done after they were due
 * @param remaining those not done
 * @param overdue of those remaining, the ones past due
 */
public record CloseProgress(int steps, int done, int late, int remaining, int overdue) {
    static CloseProgress of(List<StepView> steps) {
        int done = count(steps, CloseProgress::isDone);
        return new CloseProgress(
                steps.size(),
                done,
                count(steps, step -> isDone(step) && step.late()),
                steps.size() - done,
                count(steps, step -> !isDone(step) && step.late()));
    }

    private static boolean isDone(StepView step) {
        return step.state() == StepState.DONE;
    }

    private static int count(List<StepView> steps, Predicate<StepView> which) {
        return (int) steps.stream().filter(which).count();
    }
}
