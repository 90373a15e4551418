package io.tallybook.intake.metering;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.Moment;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a value belongs: its month, gas day and interval. A value that has no interval is placed as far as possible, so that
 * its dead letter blocks the month it was meant for.
 *
 * @param start null only where {@code complaint} says why
 * @param complaint why no interval of the point begins there; null when one does
 */
record Placed(
        MeterMonthId month,
        GasDay day,
        @Nullable Instant start,
        @Nullable String complaint) {

    static Placed of(PointId point, PointRule rule, Moment moment) {
        return switch (moment) {
            case Moment.OfDay it -> ofDay(point, rule, it);
            case Moment.At it -> {
                GasDay day = rule.gasDay().dayOf(it.start());
                yield in(point, day, it.start(), complaint(rule, it.start()));
            }
            case Moment.Until it -> {
                Instant start = startOf(rule, it.end());
                String complaint = rule.interval().startsAt(start, rule.gasDay())
                                && rule.interval().end(start, rule.gasDay()).equals(it.end())
                        ? null
                        : "no " + rule.interval() + " interval of the point ends at " + it.end();
                yield in(point, rule.gasDay().dayOf(start), start, complaint);
            }
            case Moment.Unclear it -> {
                Instant start = it.first() == null || !it.ends() ? it.first() : startOf(rule, it.first());
                GasDay day =
                        start == null ? dayOf(rule, it.local()) : rule.gasDay().dayOf(start);
                yield in(point, day, start, it.sentence());
            }
        };
    }

    /** The start of an interval of the point. */
    Instant interval() throws BadValue {
        if (complaint != null) {
            throw new BadValue(Category.BAD_TIME, complaint);
        }
        return Objects.requireNonNull(start, "without a complaint there is a start");
    }

    private static Placed ofDay(PointId point, PointRule rule, Moment.OfDay moment) {
        Instant start = rule.gasDay().start(moment.day());
        String complaint = null;
        if (rule.interval() != MeasuringInterval.GAS_DAY) {
            complaint = "a whole gas day was given, but point " + point.value() + " measures by "
                    + rule.interval().name();
        } else if (moment.start() != null && !moment.start().equals(start)) {
            complaint = "the delivery's gas day " + moment.day() + " starts at " + moment.start() + ", that of point "
                    + point.value() + " at " + start;
        }
        return in(point, moment.day(), start, complaint);
    }

    private static @Nullable String complaint(PointRule rule, Instant start) {
        return rule.interval().startsAt(start, rule.gasDay())
                ? null
                : "no " + rule.interval() + " interval of the point begins at " + start;
    }

    private static Instant startOf(PointRule rule, Instant end) {
        return rule.interval().startOf(end, rule.gasDay());
    }

    /** By the local date: the clock time itself does not exist. */
    private static GasDay dayOf(PointRule rule, LocalDateTime local) {
        LocalDate date = local.toLocalDate();
        return GasDay.of(local.toLocalTime().isBefore(rule.gasDay().startsAt()) ? date.minusDays(1) : date);
    }

    private static Placed in(PointId point, GasDay day, @Nullable Instant start, @Nullable String complaint) {
        return new Placed(MeterMonthId.of(point, AccountingPeriod.of(day)), day, start, complaint);
    }
}
