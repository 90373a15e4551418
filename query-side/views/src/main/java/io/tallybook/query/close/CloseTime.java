package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a close took, step by step, planned beside actual.
 *
 * @param dueFrom what its due dates count from: the period's end, in a demo the opening
 * @param planned the business day the lock was due on
 * @param businessDay the business day it locked on, counted the same way; null while it is not locked
 * @param days days between {@code dueFrom} and the lock, begun ones counted; null while it is not locked
 * @param lateSteps steps that were done after they were due, or are not done though they are
 * @param bottleneck the step of the critical path that took longest; null before any is done
 */
public record CloseTime(
        CloseId closeId,
        AccountingPeriod period,
        int revision,
        Instant dueFrom,
        @Nullable Instant lockedAt,
        int planned,
        @Nullable Integer businessDay,
        @Nullable Long days,
        long lateSteps,
        @Nullable CloseStep bottleneck,
        List<StepTime> steps) {
    /**
     * One step.
     *
     * @param plannedFrom when what it waits for is due, or the begin of its own business day where that is earlier
     * @param began when the last of the steps it waits for was done; null before that
     * @param took from then until it was done; null until both are known
     * @param critical whether the last step done waited for it: had it been quicker, so had the close
     */
    public record StepTime(
            CloseStep step,
            int businessDay,
            Instant plannedFrom,
            Instant due,
            @Nullable Instant began,
            @Nullable Instant finished,
            @Nullable Duration took,
            boolean late,
            boolean critical) {}

    /** Which steps a step waits for. */
    public static Set<CloseStep> before(CloseStep step) {
        return switch (step) {
            case OPEN -> EnumSet.noneOf(CloseStep.class);
            case CUTOFF, COMPLETENESS, DEAD_LETTERS -> EnumSet.of(CloseStep.OPEN);
            case FREEZE -> EnumSet.of(CloseStep.CUTOFF, CloseStep.COMPLETENESS, CloseStep.DEAD_LETTERS);
            case BALANCE, ALLOCATE -> EnumSet.of(CloseStep.FREEZE);
            case VALUE -> EnumSet.of(CloseStep.ALLOCATE);
            case REVIEW, JOURNAL -> EnumSet.of(CloseStep.VALUE);
            case APPROVE -> EnumSet.of(CloseStep.BALANCE, CloseStep.REVIEW, CloseStep.JOURNAL);
            case POST -> EnumSet.of(CloseStep.APPROVE);
            case PUBLISH -> EnumSet.of(CloseStep.POST);
            case LOCK -> EnumSet.of(CloseStep.PUBLISH);
        };
    }

    /** Of the revision the cockpit shows. */
    public static CloseTime of(CloseOverview close, Collection<LocalDate> holidays) {
        Map<CloseStep, Instant> done = new EnumMap<>(CloseStep.class);
        close.steps().forEach(step -> {
            Instant finished = step.finishedAt();
            if (finished != null && step.state() == StepState.DONE) {
                done.put(step.step(), finished);
            }
        });
        Set<CloseStep> critical = critical(done);
        List<StepTime> steps = close.steps().stream()
                .map(step -> time(close, step, done, critical))
                .toList();
        Instant locked = close.lockedAt();
        return new CloseTime(
                close.closeId(),
                close.closeId().period(),
                close.revision(),
                close.dueFrom(),
                locked,
                CloseTemplate.businessDay(CloseStep.LOCK),
                locked == null ? null : CloseTemplate.businessDayOf(locked, close.dueFrom(), close.zone(), holidays),
                locked == null ? null : days(close.dueFrom(), locked),
                steps.stream().filter(StepTime::late).count(),
                bottleneck(steps),
                steps);
    }

    private static long days(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.isNegative() ? 0 : between.plusDays(1).minusMillis(1).toDays();
    }

    private static StepTime time(
            CloseOverview close, StepView step, Map<CloseStep, Instant> done, Set<CloseStep> critical) {
        Instant finished = done.get(step.step());
        Instant began = latest(before(step.step()), done).map(done::get).orElse(null);
        Duration took = finished == null || began == null || finished.isBefore(began)
                ? null
                : Duration.between(began, finished);
        return new StepTime(
                step.step(),
                step.businessDay(),
                plannedFrom(close, step),
                step.due(),
                began,
                finished,
                took,
                step.late(),
                critical.contains(step.step()));
    }

    private static Instant plannedFrom(CloseOverview close, StepView step) {
        Instant day = step.due().atZone(close.zone()).minusDays(1).toInstant();
        return Stream.concat(
                        Stream.of(day),
                        step.after().stream()
                                .map(before -> close.step(before).due())
                                .max(Comparator.naturalOrder())
                                .stream())
                .min(Comparator.naturalOrder())
                .orElse(day);
    }

    /** Back from the last step done, each time to the one that was waited for longest. */
    private static Set<CloseStep> critical(Map<CloseStep, Instant> done) {
        Set<CloseStep> path = EnumSet.noneOf(CloseStep.class);
        Optional<CloseStep> step =
                Stream.of(CloseStep.values()).filter(done::containsKey).reduce((_, last) -> last);
        while (step.isPresent()) {
            path.add(step.get());
            step = latest(before(step.get()), done);
        }
        return path;
    }

    private static Optional<CloseStep> latest(Set<CloseStep> of, Map<CloseStep, Instant> done) {
        return of.stream().filter(done::containsKey).max(Comparator.comparing((CloseStep step) -> time(step, done)));
    }

    private static Instant time(CloseStep step, Map<CloseStep, Instant> done) {
        return done.getOrDefault(step, Instant.EPOCH);
    }

    private static @Nullable CloseStep bottleneck(List<StepTime> steps) {
        return steps.stream()
                .filter(step -> step.critical() && step.took() != null)
                .max(Comparator.comparing(CloseTime::length))
                .map(StepTime::step)
                .orElse(null);
    }

    private static Duration length(StepTime step) {
        return step.took() == null ? Duration.ZERO : step.took();
    }
}
