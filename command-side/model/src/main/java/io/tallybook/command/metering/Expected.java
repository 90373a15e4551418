package io.tallybook.command.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which records a period must have: from the zone rule, never a constant (API MPMS 21.1; DESIGN.md, MeterMonth). */
record Expected(AccountingPeriod period, PointRule rule) {
    int count() {
        return rule.recordsIn(period);
    }

    /** The starts of the intervals that have no record, in order. */
    List<Instant> missingIn(Readings readings) {
        return starts().stream().filter(start -> !readings.has(start)).toList();
    }

    /** The start of every interval, in order. */
    List<Instant> starts() {
        return period.days().stream()
                .filter(rule::covers)
                .flatMap(day -> starts(day).stream())
                .toList();
    }

    private List<Instant> starts(GasDay day) {
        List<Instant> starts = new ArrayList<>();
        Instant end = rule.gasDay().end(day);
        Instant start = rule.gasDay().start(day);
        while (start.isBefore(end)) {
            starts.add(start);
            start = rule.interval().end(start, rule.gasDay());
        }
        return starts;
    }

    boolean isMetBy(Readings readings) {
        return readings.count(rule) >= count() && missingIn(readings).isEmpty();
    }
}
