package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.FIRST;
import static io.tallybook.command.metering.Months.MARCH;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.SECOND;
import static io.tallybook.command.metering.Months.day;
import static io.tallybook.command.metering.Months.quantity;
import static io.tallybook.command.metering.Months.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final GasDay CLOCK_BACK = new GasDay("2024-10-26");
    private static final GasDay CLOCK_FORWARD = new GasDay("2024-03-30");

    private final Months daily = Months.daily();
    private final Months hourly = Months.hourly(OCTOBER);

    @Test
    void recordsWhatIsNewAsItsFirstVersion() {
        daily.empty()
                .when(daily.record(1, 500, FIRST))
                .then(recorded(daily, day(1), List.of(new RecordedQuantity(quantity(1, 500), 1, null))));
    }

    @Test
    void recordsNothingTwice() {
        daily.empty()
                .and(daily.record(1, 500, FIRST))
                .when(daily.record(1, 500, FIRST))
                .thenNothing();
        daily.empty()
                .and(daily.record(1, 500, FIRST))
                .when(daily.record(1, 500, SECOND))
                .thenNothing();
    }

    @Test
    void recordsAnotherFigureAsTheNextVersionAndNamesTheOldOne() {
        Quantity out = new Quantity(start(1), Energy.ofKwh(7), Direction.DELIVERY, "GOOD", 4, "row");
        RecordedQuantity wanted = new RecordedQuantity(out, 2, Energy.ofKwh(500));
        assertThat(daily.empty()
                        .and(daily.record(1, 500, FIRST))
                        .when(daily.record(day(1), SECOND, Story.ACCOUNTANT, List.of(out)))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .containsExactly(wanted);
    }

    @Test
    void recordsOnlyTheRecordsOfADeliveryThatAreNewOrChanged() {
        List<Quantity> given = hourly.starts(day(2)).stream()
                .map(start -> quantity(start, start.equals(start(2)) ? 1 : 100))
                .toList();
        assertThat(hourly.complete()
                        .when(hourly.record(day(2), SECOND, Story.ACCOUNTANT, given))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .containsExactly(new RecordedQuantity(quantity(2, 1), 2, Energy.ofKwh(100)));
    }

    @Test
    void aQualityAloneIsNews() {
        Quantity estimate = new Quantity(start(1), Energy.ofKwh(500), Direction.RECEIPT, "ESTIMATED", 1, null);
        daily.empty()
                .and(daily.record(1, 500, FIRST))
                .when(daily.record(day(1), SECOND, Story.ACCOUNTANT, List.of(estimate)))
                .only(QuantitiesRecorded.class);
    }

    @Test
    void takesAnIntervalGivenTwiceOnceAndRefusesTwoDifferentRecordsOfIt() {
        daily.empty()
                .when(daily.record(day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(1, 500), quantity(1, 500))))
                .then(recorded(daily, day(1), List.of(new RecordedQuantity(quantity(1, 500), 1, null))));
        daily.empty()
                .when(daily.record(day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(1, 500), quantity(1, 501))))
                .thenRefused("interval-given-twice");
    }

    @Test
    void takes25HoursWhenTheClockGoesBackAndNotOneMore() {
        assertThat(hourly.empty()
                        .when(hourly.full(CLOCK_BACK, 1))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .hasSize(25);
        hourly.empty().when(oneMore(hourly, CLOCK_BACK)).thenRefused("outside-the-gas-day");
    }

    @Test
    void takes23HoursWhenTheClockGoesForwardAndNotOneMore() {
        Months march = Months.hourly(MARCH);
        assertThat(march.empty()
                        .when(march.full(CLOCK_FORWARD, 1))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .hasSize(23);
        march.empty().when(oneMore(march, CLOCK_FORWARD)).thenRefused("outside-the-gas-day");
    }

    @Test
    void takesOneRecordForAGasDayOf25Hours() {
        daily.empty().when(daily.full(CLOCK_BACK, 1)).only(QuantitiesRecorded.class);
        daily.empty()
                .when(daily.record(
                        CLOCK_BACK,
                        FIRST,
                        Story.ACCOUNTANT,
                        List.of(quantity(26, 1), quantity(start(26).plus(Duration.ofHours(24)), 1))))
                .thenRefused("not-an-interval-start");
    }

    @Test
    void refusesRawRowsThatWouldNotFitAnEvent() {
        Months quarters = Months.of(MeasuringInterval.QUARTER_HOUR, OCTOBER);
        quarters.empty()
                .when(quarters.record(CLOCK_BACK, FIRST, Story.ACCOUNTANT, withRaw("r".repeat(231))))
                .only(QuantitiesRecorded.class);
        quarters.empty()
                .when(quarters.record(CLOCK_BACK, FIRST, Story.ACCOUNTANT, withRaw("r".repeat(232))))
                .thenRefused("delivery-too-large");
    }

    private static List<Quantity> withRaw(String raw) {
        return IntStream.range(0, 100)
                .mapToObj(i -> quantity(start(26).plus(Duration.ofMinutes(15L * i)), 1))
                .map(q -> new Quantity(q.start(), q.energy(), q.direction(), q.quality(), q.line(), raw))
                .toList();
    }

    @Test
    void takes100RecordsAndNotOneMore() {
        Months quarters = Months.of(MeasuringInterval.QUARTER_HOUR, OCTOBER);
        assertThat(quarters.empty()
                        .when(quarters.full(CLOCK_BACK, 1))
                        .only(QuantitiesRecorded.class)
                        .quantities())
                .hasSize(100);
        List<Quantity> tooMany = IntStream.range(0, 101)
                .mapToObj(i -> quantity(start(26).plus(Duration.ofMinutes(15L * i)), 1))
                .toList();
        quarters.empty()
                .when(quarters.record(CLOCK_BACK, FIRST, Story.ACCOUNTANT, tooMany))
                .thenRefused("too-many-records");
    }

    @Test
    void refusesADeliveryWithoutRecords() {
        daily.empty()
                .when(daily.record(day(1), FIRST, Story.ACCOUNTANT, List.of()))
                .thenRefused("no-records");
    }

    @Test
    void refusesARecordOffTheIntervalsOfItsPoint() {
        hourly.empty()
                .when(hourly.record(day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(start(1).plusNanos(1), 5))))
                .thenRefused("not-an-interval-start");
        hourly.empty()
                .when(hourly.record(
                        day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(start(1).plus(Duration.ofMinutes(30)), 5))))
                .thenRefused("not-an-interval-start");
    }

    @Test
    void refusesARecordOfAnotherGasDayOrMonth() {
        daily.empty()
                .when(daily.record(day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(2, 5))))
                .thenRefused("outside-the-gas-day");
        daily.empty()
                .when(daily.record(day(32), FIRST, Story.ACCOUNTANT, List.of(quantity(32, 5))))
                .thenRefused("outside-the-period");
    }

    @Test
    void recordsAFactFromBeforeThePointIsInForceThoughNoneIsExpected() {
        PointRule later = new PointRule(Months.COPENHAGEN, MeasuringInterval.GAS_DAY, day(5), 1);
        Months young = new Months(later, OCTOBER);
        young.empty().when(young.record(4, 5, FIRST)).only(QuantitiesRecorded.class);
        young.empty().when(young.record(5, 5, FIRST)).only(QuantitiesRecorded.class);
    }

    @Test
    void refusesRecordsOfAnotherIntervalInTheSameMonth() {
        daily.empty()
                .and(daily.record(1, 5, FIRST))
                .when(hourly.record(day(1), FIRST, Story.ACCOUNTANT, List.of(quantity(1, 5))))
                .thenRefused("another-interval");
    }

    @Test
    void anOctoberHas745HoursAndAMarch743() {
        assertThat(records(hourly, OCTOBER)).isEqualTo(745);
        assertThat(records(Months.hourly(MARCH), MARCH)).isEqualTo(743);
        assertThat(records(daily, OCTOBER)).isEqualTo(31);
    }

    private static int records(Months months, AccountingPeriod period) {
        return new Expected(period, months.rule()).missingIn(new Readings()).size();
    }

    /** The whole gas day and the hour after it, which is the next day's first. */
    private static RecordQuantities oneMore(Months months, GasDay day) {
        List<Quantity> quantities = Stream.concat(months.starts(day).stream(), Stream.of(Months.COPENHAGEN.end(day)))
                .map(start -> quantity(start, 1))
                .toList();
        return months.record(day, FIRST, Story.ACCOUNTANT, quantities);
    }

    private static QuantitiesRecorded recorded(Months months, GasDay day, List<RecordedQuantity> quantities) {
        return new QuantitiesRecorded(months.id(), day, months.rule(), quantities, FIRST, Story.ACCOUNTANT);
    }
}
