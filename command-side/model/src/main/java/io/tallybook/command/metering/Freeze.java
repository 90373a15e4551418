package io.tallybook.command.metering;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How a month answers the order to stand still. */
record Freeze(FreezeMeterMonth order, Expected expected, Readings readings) {
    static final int MOST_NAMED = 10;

    /** @throws Refused when the rule does not fit the records: then no waiting helps */
    static Freeze of(FreezeMeterMonth order, Readings readings) {
        Expected expected = new Expected(order.month().period(), order.rule());
        Refused.when(expected.count() == 0, "point-not-in-force", "The point delivers no records yet in this month.");
        Admission.checkSameIntervals(order.rule(), readings.rule());
        return new Freeze(order, expected, readings);
    }

    /** Missing intervals and open dead letters, if there are any. */
    Optional<MeterMonthNotReady> obstacle(List<DeadLetterId> open) {
        List<Instant> missing = expected.missingIn(readings);
        if (missing.isEmpty() && open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MeterMonthNotReady(
                order.month(),
                order.closeId(),
                order.attempt(),
                order.area(),
                order.rosterIndex(),
                order.rule(),
                expected.count(),
                missing.size(),
                missing.stream().limit(MOST_NAMED).toList(),
                open.size(),
                open.stream().limit(MOST_NAMED).toList()));
    }

    MeterMonthFrozen frozen(long throughSequence, Collection<PersonId> contributors) {
        return new MeterMonthFrozen(
                order.month(),
                order.closeId(),
                order.attempt(),
                order.area(),
                order.rosterIndex(),
                order.rule().version(),
                throughSequence,
                readings.contentHash(order.rule()),
                readings.count(order.rule()),
                readings.dayTotals(order.month().period(), order.rule()),
                List.copyOf(contributors));
    }

    boolean isBySameConfiguration(MeterMonthFrozen before) {
        return before.configurationVersion() == order.rule().version();
    }

    /** The month has stood still since an earlier attempt: same figures, hash and sequence, so that no hash moves. */
    MeterMonthFrozen still(MeterMonthFrozen before) {
        return new MeterMonthFrozen(
                order.month(),
                order.closeId(),
                order.attempt(),
                order.area(),
                order.rosterIndex(),
                before.configurationVersion(),
                before.throughSequence(),
                before.contentHash(),
                before.records(),
                before.days(),
                before.contributors());
    }
}
