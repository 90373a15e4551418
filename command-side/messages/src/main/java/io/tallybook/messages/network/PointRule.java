package io.tallybook.messages.network;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.MeasuringInterval;

/**
 * The part of a point's configuration that decides which records a month expects.
 *
 * @param inForceFrom first gas day on which the point delivers records
 * @param version configuration version of the point, from 1
 */
public record PointRule(GasDayRule gasDay, MeasuringInterval interval, GasDay inForceFrom, int version) {
    public PointRule {
        Invalid.unless(version >= 1, "a configuration version starts at 1");
    }

    /** Whether the point is in force on that day. */
    public boolean covers(GasDay day) {
        return day.compareTo(inForceFrom) >= 0;
    }

    /** Records expected of that day. */
    public int recordsIn(GasDay day) {
        return covers(day) ? interval.recordsIn(day, gasDay) : 0;
    }

    /** Records expected of the whole period. */
    public int recordsIn(AccountingPeriod period) {
        return period.days().stream().mapToInt(this::recordsIn).sum();
    }
}
