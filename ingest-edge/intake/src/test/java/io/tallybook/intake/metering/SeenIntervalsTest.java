package io.tallybook.intake.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.metering.SeenIntervals.Sight;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeenIntervalsTest {
    private static final GasDayRule DAYS = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));

    @ParameterizedTest
    @EnumSource
    void tellsEveryIntervalOfMonthsWithAndWithoutAClockChangeApart(MeasuringInterval interval) throws IOException {
        PointRule rule = new PointRule(DAYS, interval, new GasDay("2020-01-01"), 1);
        try (SeenIntervals seen = new SeenIntervals()) {
            for (Sight expected : new Sight[] {Sight.NEW, Sight.SAME}) {
                for (String period : new String[] {"2024-03", "2024-10", "2024-02"}) {
                    for (String point : new String[] {"a", "b"}) {
                        each(seen, point, new AccountingPeriod(period), rule, 1, expected);
                    }
                }
            }
            each(seen, "a", new AccountingPeriod("2024-10"), rule, 2, Sight.DIFFERENT);
            each(seen, "a", new AccountingPeriod("2024-10"), rule, 1, Sight.SAME);
        }
    }

    private static void each(
            SeenIntervals seen, String point, AccountingPeriod period, PointRule rule, long kwh, Sight expected)
            throws IOException {
        Instant end = DAYS.end(period);
        int count = 0;
        for (Instant at = DAYS.start(period);
                at.isBefore(end);
                at = rule.interval().end(at, DAYS)) {
            Quantity quantity = new Quantity(at, Energy.ofKwh(kwh), Direction.RECEIPT, "GOOD", 1, null);
            MeterMonthId month = MeterMonthId.of(new PointId(point), period);
            assertThat(seen.see(month, DAYS.dayOf(at), rule, quantity)).isEqualTo(expected);
            count++;
        }
        assertThat(count).isEqualTo(rule.recordsIn(period));
    }
}
