package io.tallybook.intake.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final PointRule QUARTERS = new PointRule(
            new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0)),
            MeasuringInterval.QUARTER_HOUR,
            new GasDay("2020-01-01"),
            1);

    private final Batches batches = new Batches();

    @Test
    void isReadyWithTheLastRecordOfADayBeItOf92Or96Or100Quarters() {
        for (String day : List.of("2024-03-30", "2024-06-01", "2024-10-26")) {
            int due = QUARTERS.recordsIn(new GasDay(day));
            add("a", day, due - 1, "");
            assertThat(batches.ready()).as(day).isZero();
            add("a", day, 1, "");
            assertThat(batches.take(9))
                    .as(day)
                    .singleElement()
                    .satisfies(batch ->
                            assertThat(batch.quantities).hasSize(due).hasSizeLessThanOrEqualTo(Batches.MAX_RECORDS));
        }
    }

    @Test
    void splitsADayBeforeItsEventGrowsTooLarge() {
        add("a", "2024-06-01", 96, "\"".repeat(2_000));
        batches.releaseAll();

        assertThat(batches.take(100))
                .hasSizeGreaterThan(1)
                .allSatisfy(batch -> assertThat(batch.quantities.stream()
                                .mapToInt(quantity -> 260 + Batches.jsonBytes(String.valueOf(quantity.raw())))
                                .sum())
                        .isLessThanOrEqualTo(Batches.MAX_BYTES));
    }

    @Test
    void letsNoMoreWaitThanItsBoundAndForgetsNothing() {
        int sent = 0;
        for (int i = 0; i < 2 * Batches.MAX_WAITING_RECORDS; i++) {
            add("p" + i, "2024-06-01", 1, "");
            assertThat(batches.waitingRecords()).isLessThanOrEqualTo(Batches.MAX_WAITING_RECORDS);
            sent += batches.take(1).size();
        }
        batches.releaseAll();
        sent += batches.ready();

        assertThat(sent).isEqualTo(2 * Batches.MAX_WAITING_RECORDS);
    }

    private void add(String point, String day, int count, String raw) {
        Batches.Key key =
                new Batches.Key(new MeterMonthId(point + "/" + day.substring(0, 7)), new GasDay(day), QUARTERS);
        for (int i = 0; i < count; i++) {
            batches.add(key, new Quantity(Instant.EPOCH, Energy.ofKwh(1), Direction.RECEIPT, "GOOD", 1, raw));
        }
    }
}
