package io.tallybook.messages;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long one quantity record lasts. */
public enum MeasuringInterval {
    QUARTER_HOUR(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    /** One record for the whole gas day, be it 23, 24 or 25 hours long. */
    GAS_DAY(null);

    private final @Nullable Duration fixed;

    MeasuringInterval(@Nullable Duration fixed) {
        this.fixed = fixed;
    }

    /** How many records a gas day has: its real length divided by the interval (API MPMS 21.1), 1 for GAS_DAY. */
    public int recordsIn(GasDay day, GasDayRule rule) {
        return fixed == null ? 1 : Math.toIntExact(rule.length(day).dividedBy(fixed));
    }

    /** How many records a period has; from the zone rule, never a constant: 745 hours in an October with a clock change. */
    public int recordsIn(AccountingPeriod period, GasDayRule rule) {
        return period.days().stream().mapToInt(day -> recordsIn(day, rule)).sum();
    }

    /** The end of the record that starts then. */
    public Instant end(Instant start, GasDayRule rule) {
        return fixed == null ? rule.end(rule.dayOf(start)) : start.plus(fixed);
    }

    /** The start of the record that would end then; {@link #startsAt} and {@link #end} say whether there is one. */
    public Instant startOf(Instant end, GasDayRule rule) {
        return fixed == null ? rule.start(rule.dayOf(end.minusMillis(1))) : end.minus(fixed);
    }

    /** Whether a record may start then. */
    public boolean startsAt(Instant start, GasDayRule rule) {
        Instant dayStart = rule.start(rule.dayOf(start));
        return fixed == null
                ? start.equals(dayStart)
                : Duration.between(dayStart, start).toNanos() % fixed.toNanos() == 0;
    }
}
