package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.MeterMonthState;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.metering.RecordStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was measured: completeness, versions, late facts, days that are not 24 hours long. */
class MeasuredTest extends ViewsTest {
    private static final GasDay DAY = new GasDay("2024-10-04");

    @Autowired
    MeteringQueries metering;

    @Test
    void showsEveryPointOfThePeriodEvenOneThatDeliveredNothing() {
        Sample sample = sample().system();
        sample.recorded(sample.north);
        seen();
        List<MeterMonthView> months = metering.months(sample.network, null, Sample.OCTOBER, PageRequest.first())
                .rows();
        assertThat(months).extracting(MeterMonthView::missing).containsExactly(31, 31, 0);
        assertThat(months.getLast().receipt()).isEqualTo(Energy.ofKwh(31_200));
        assertThat(months.getLast().complete()).isTrue();
    }

    @Test
    void pagesByCursor() {
        Sample sample = sample().system();
        seen();
        Page<MeterMonthView> first =
                metering.months(sample.network, sample.area, Sample.OCTOBER, new PageRequest(2, null));
        Page<MeterMonthView> second =
                metering.months(sample.network, sample.area, Sample.OCTOBER, new PageRequest(2, first.next()));
        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void keepsEveryVersionAndCountsTheLast() {
        Sample sample = sample().system();
        sample.recorded(sample.north, DAY, Energy.ofKwh(1_000), 1, null, sample.first)
                .recorded(sample.north, DAY, Energy.ofKwh(1_100), 2, Energy.ofKwh(1_000), sample.second);
        seen();
        assertThat(metering.records(sample.north, DAY))
                .extracting(QuantityRecordView::standing)
                .containsExactly(RecordStanding.REPLACED, RecordStanding.EFFECTIVE);
        DayTotalView day = metering.days(Sample.month(sample.north)).get(3);
        assertThat(day.total().receipt()).isEqualTo(Energy.ofKwh(1_100));
        assertThat(day.recorded()).isEqualTo(1);
        assertThat(day.versions()).isEqualTo(2);
    }

    @Test
    void turnsADayAroundWhenItsDirectionIsRestated() {
        Sample sample = sample().system();
        Quantity in = new Quantity(Sample.GAS_DAY.start(DAY), Energy.ofKwh(70), Direction.RECEIPT, "GOOD", 1, null);
        sample.recorded(sample.city, DAY, Energy.ofKwh(900), 1, null, sample.first)
                .tells(
                        Sample.month(sample.city),
                        new QuantitiesRecorded(
                                Sample.month(sample.city),
                                DAY,
                                Sample.RULE,
                                List.of(new RecordedQuantity(in, 2, Energy.ofKwh(-900))),
                                sample.second,
                                Sample.ANN));
        seen();
        DayTotal total = metering.days(Sample.month(sample.city)).get(3).total();
        assertThat(total).isEqualTo(new DayTotal(DAY, Energy.ofKwh(70), Energy.ZERO));
        assertThat(metering.month(Sample.month(sample.city)).orElseThrow().delivery())
                .isEqualTo(Energy.ZERO);
    }

    @Test
    void showsLateFactsBesideTheFigureTheyDidNotChange() {
        Sample sample = sample().wholeMonth();
        seen();
        GasDay seventh = new GasDay("2024-10-07");
        assertThat(metering.records(sample.city, seventh))
                .extracting(QuantityRecordView::standing)
                .containsExactly(RecordStanding.EFFECTIVE, RecordStanding.LATE_CLOSED);
        MeterMonthView month = metering.month(Sample.month(sample.city)).orElseThrow();
        assertThat(month.state()).isEqualTo(MeterMonthState.CLOSED);
        assertThat(month.late()).isEqualTo(1);
        assertThat(month.delivery()).isEqualTo(Energy.ofKwh(27_900));
        assertThat(metering.late(sample.network, Sample.OCTOBER)).isEqualTo(1);
    }

    @Test
    void listsTheMissingHoursOfTheDayWithTwentyFive() {
        Sample sample = sample().system();
        PointRule hourly = new PointRule(Sample.GAS_DAY, MeasuringInterval.HOUR, new GasDay("2024-01-01"), 2);
        GasDay change = new GasDay("2024-10-26");
        sample.tells(sample.area, new PointPlaced(sample.area, sample.north, PointRole.FLOW, hourly, Sample.ANN))
                .tells(
                        Sample.month(sample.north),
                        new QuantitiesRecorded(
                                Sample.month(sample.north),
                                change,
                                hourly,
                                hours(change, hourly).stream()
                                        .skip(2)
                                        .map(start -> new RecordedQuantity(
                                                new Quantity(
                                                        start, Energy.ofKwh(1), Direction.RECEIPT, "GOOD", 1, null),
                                                1,
                                                null))
                                        .toList(),
                                sample.first,
                                Sample.ANN));
        seen();
        MeterMonthView month = metering.month(Sample.month(sample.north)).orElseThrow();
        assertThat(month.expected()).isEqualTo(745);
        assertThat(month.recorded()).isEqualTo(23);
        List<Instant> missing = metering.missing(Sample.month(sample.north), 3_000);
        assertThat(missing).hasSize(722);
        assertThat(missing.stream()
                        .filter(t -> Sample.GAS_DAY.dayOf(t).equals(change))
                        .toList())
                .containsExactlyElementsOf(hours(change, hourly).subList(0, 2));
    }

    private static List<Instant> hours(GasDay day, PointRule rule) {
        Instant start = rule.gasDay().start(day);
        return IntStream.range(0, rule.recordsIn(day))
                .mapToObj(i -> start.plus(Duration.ofHours(i)))
                .toList();
    }
}
