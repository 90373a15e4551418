package io.tallybook.messages;

import static io.tallybook.messages.MeasuringInterval.GAS_DAY;
import static io.tallybook.messages.MeasuringInterval.HOUR;
import static io.tallybook.messages.MeasuringInterval.QUARTER_HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.network.PointRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MeasuringIntervalTest {
    private static final GasDayRule RULE = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final AccountingPeriod MARCH = new AccountingPeriod("2024-03");
    private static final GasDay LONG = new GasDay("2024-10-26");
    private static final Instant START = RULE.start(LONG);

    @Test
    void aDayHasItsRealLengthInRecords() {
        assertThat(HOUR.recordsIn(LONG, RULE)).isEqualTo(25);
        assertThat(QUARTER_HOUR.recordsIn(LONG, RULE)).isEqualTo(100);
        assertThat(GAS_DAY.recordsIn(LONG, RULE)).isEqualTo(1);
        assertThat(HOUR.recordsIn(new GasDay("2024-03-30"), RULE)).isEqualTo(23);
    }

    @Test
    void anOctoberHas745HoursAndAMarch743() {
        assertThat(HOUR.recordsIn(OCTOBER, RULE)).isEqualTo(745);
        assertThat(QUARTER_HOUR.recordsIn(OCTOBER, RULE)).isEqualTo(2980);
        assertThat(GAS_DAY.recordsIn(OCTOBER, RULE)).isEqualTo(31);
        assertThat(HOUR.recordsIn(MARCH, RULE)).isEqualTo(743);
        assertThat(HOUR.recordsIn(new AccountingPeriod("2024-11"), RULE)).isEqualTo(720);
    }

    @Test
    void aRecordEndsAfterItsIntervalOrWithItsGasDay() {
        assertThat(HOUR.end(START, RULE)).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(GAS_DAY.end(START, RULE)).isEqualTo(START.plus(Duration.ofHours(25)));
    }

    @Test
    void aRecordBeginsOnlyWhereAnIntervalDoes() {
        assertThat(HOUR.startsAt(START.plus(Duration.ofHours(24)), RULE)).isTrue();
        assertThat(HOUR.startsAt(START.plus(Duration.ofMinutes(15)), RULE)).isFalse();
        assertThat(QUARTER_HOUR.startsAt(START.plus(Duration.ofMinutes(15)), RULE))
                .isTrue();
        assertThat(GAS_DAY.startsAt(START, RULE)).isTrue();
        assertThat(GAS_DAY.startsAt(START.plus(Duration.ofHours(1)), RULE)).isFalse();
    }

    @Test
    void notEvenANanosecondBeside() {
        assertThat(HOUR.startsAt(START.plusNanos(1), RULE)).isFalse();
        assertThat(HOUR.startsAt(START.plusNanos(999_999), RULE)).isFalse();
    }

    @Test
    void aPointExpectsNothingBeforeItIsInForce() {
        PointRule rule = new PointRule(RULE, HOUR, LONG, 1);
        assertThat(rule.recordsIn(LONG)).isEqualTo(25);
        assertThat(rule.recordsIn(LONG.plusDays(-1))).isZero();
        assertThat(rule.recordsIn(OCTOBER)).isEqualTo(25 + 5 * 24);
        assertThat(rule.recordsIn(OCTOBER.previous())).isZero();
    }
}
