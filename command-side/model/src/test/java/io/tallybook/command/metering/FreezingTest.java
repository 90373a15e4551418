package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.AREA;
import static io.tallybook.command.metering.Months.CLOSE;
import static io.tallybook.command.metering.Months.FIRST;
import static io.tallybook.command.metering.Months.MARCH;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.SECOND;
import static io.tallybook.command.metering.Months.day;
import static io.tallybook.command.metering.Months.quantity;
import static io.tallybook.command.metering.Months.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreezingTest {
    private final Months daily = Months.daily();

    @Test
    void standsStillWithItsDayTotalsAndItsHash() {
        List<DayTotal> days = OCTOBER.days().stream()
                .map(day -> new DayTotal(day, Energy.ofKwh(100), Energy.ZERO))
                .toList();
        List<String> lines = IntStream.rangeClosed(1, 31)
                .mapToObj(i -> start(i) + "|100|RECEIPT|GOOD")
                .toList();
        daily.complete()
                .when(daily.freeze(1))
                .then(new MeterMonthFrozen(
                        daily.id(),
                        CLOSE,
                        1,
                        AREA,
                        3,
                        1,
                        30,
                        Sha256.ofLines(lines),
                        31,
                        days,
                        List.of(Story.ACCOUNTANT)));
    }

    @Test
    void totalsBothWaysOfADayApart() {
        Months hourly = Months.hourly(OCTOBER);
        Quantity out = new Quantity(start(26), Energy.ofKwh(40), Direction.DELIVERY, "GOOD", 1, null);
        MeterMonthFrozen frozen = hourly.complete()
                .and(hourly.record(day(26), SECOND, Story.ACCOUNTANT, List.of(out)))
                .when(hourly.freeze(1))
                .only(MeterMonthFrozen.class);
        assertThat(frozen.records()).isEqualTo(745);
        assertThat(frozen.days().get(24)).isEqualTo(new DayTotal(day(25), Energy.ofKwh(2400), Energy.ZERO));
        assertThat(frozen.days().get(25)).isEqualTo(new DayTotal(day(26), Energy.ofKwh(2400), Energy.ofKwh(40)));
    }

    @Test
    void aMarchOf743HoursIsComplete() {
        Months march = Months.hourly(MARCH);
        MeterMonthFrozen frozen = march.complete().when(march.freeze(1)).only(MeterMonthFrozen.class);
        assertThat(frozen.records()).isEqualTo(743);
        assertThat(frozen.days().get(29).receipt()).isEqualTo(Energy.ofKwh(2300));
    }

    @Test
    void namesTheFirstTenMissingIntervalsWhenItIsNotReady() {
        daily.empty()
                .and(daily.record(2, 5, FIRST))
                .when(daily.freeze(1))
                .then(notReady(
                        1, 31, 30, IntStream.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11).toArray()));
    }

    @Test
    void aMonthThatNeverHadARecordAnswersTooAndOnce() {
        daily.empty().when(daily.freeze(1)).only(MeterMonthNotReady.class);
        daily.empty().and(daily.freeze(1)).when(daily.freeze(1)).thenNothing();
        daily.empty().and(daily.freeze(1)).when(daily.freeze(2)).only(MeterMonthNotReady.class);
    }

    @Test
    void answersAgainWhenMoreIsThereButNotAll() {
        daily.empty()
                .and(daily.freeze(1))
                .and(daily.record(1, 5, FIRST))
                .when(daily.freeze(1))
                .then(notReady(1, 31, 30, IntStream.rangeClosed(2, 11).toArray()));
    }

    @Test
    void saysOnceWhenItHasBecomeReady() {
        Story.Given waiting = allBut31().and(daily.freeze(1));
        assertThat(waiting.when(daily.record(31, 5, FIRST)).events())
                .hasSize(2)
                .endsWith(new MeterMonthReady(daily.id(), CLOSE, 1, AREA, 3, daily.rule()));
        assertThat(waiting.and(daily.record(31, 5, FIRST))
                        .when(daily.record(31, 6, SECOND))
                        .events())
                .hasSize(1);
    }

    @Test
    void freezesAfterItHasBecomeReady() {
        MeterMonthFrozen frozen = allBut31()
                .and(daily.freeze(1))
                .and(daily.record(31, 5, FIRST))
                .when(daily.freeze(1))
                .only(MeterMonthFrozen.class);
        assertThat(frozen.throughSequence()).isEqualTo(32);
    }

    @Test
    void answersTheSameAttemptOnceAndIgnoresAnOlderOne() {
        daily.frozen().when(daily.freeze(1)).thenNothing();
        daily.frozen().and(daily.freeze(3)).when(daily.freeze(2)).thenNothing();
    }

    @Test
    void aMonthStillFrozenAnswersAHigherAttemptWithTheSameHashAndSequence() {
        MeterMonthFrozen first = daily.complete().when(daily.freeze(1)).only(MeterMonthFrozen.class);
        MeterMonthFrozen second = daily.frozen()
                .and(daily.record(4, 9, SECOND))
                .when(new FreezeMeterMonth(daily.id(), CLOSE, 2, AREA, 7, daily.rule(), Story.AT))
                .only(MeterMonthFrozen.class);
        assertThat(second)
                .isEqualTo(new MeterMonthFrozen(
                        daily.id(),
                        CLOSE,
                        2,
                        AREA,
                        7,
                        1,
                        first.throughSequence(),
                        first.contentHash(),
                        31,
                        first.days(),
                        first.contributors()));
    }

    @Test
    void aNewerConfigurationIsReckonedAnew() {
        PointRule newer = new PointRule(Months.COPENHAGEN, MeasuringInterval.GAS_DAY, new GasDay("2019-01-01"), 2);
        MeterMonthFrozen frozen = daily.frozen()
                .when(new FreezeMeterMonth(daily.id(), CLOSE, 2, AREA, 3, newer, Story.AT))
                .only(MeterMonthFrozen.class);
        assertThat(frozen.configurationVersion()).isEqualTo(2);
        assertThat(frozen.throughSequence()).isEqualTo(31);
    }

    @Test
    void doesNotStandStillForAnotherClose() {
        daily.frozen()
                .when(new FreezeMeterMonth(daily.id(), new CloseId("se/2024-10"), 1, AREA, 3, daily.rule(), Story.AT))
                .thenRefused("another-close");
    }

    @Test
    void refusesAPointThatIsNotInForceYetOrARuleThatItsRecordsDoNotFit() {
        daily.empty().when(freezeBy(ruleFrom("2024-11-01"))).thenRefused("point-not-in-force");
        daily.complete().when(freezeBy(Months.hourly(OCTOBER).rule())).thenRefused("another-interval");
    }

    @Test
    void expectsNothingBeforeThePointIsInForce() {
        Months young = new Months(ruleFrom("2024-10-30"), OCTOBER);
        MeterMonthFrozen frozen = young.empty()
                .and(young.record(30, 5, FIRST))
                .and(young.record(31, 5, FIRST))
                .when(young.freeze(1))
                .only(MeterMonthFrozen.class);
        assertThat(frozen.days()).extracting(DayTotal::day).containsExactly(day(30), day(31));
        assertThat(young.empty()
                        .and(young.record(29, 4, FIRST))
                        .and(young.record(30, 5, FIRST))
                        .and(young.record(31, 5, FIRST))
                        .when(young.freeze(1))
                        .only(MeterMonthFrozen.class))
                .returns(frozen.days(), MeterMonthFrozen::days)
                .returns(frozen.contentHash(), MeterMonthFrozen::contentHash)
                .returns(2, MeterMonthFrozen::records);
    }

    @Test
    void namesEveryPersonWhoTookInARecordAndNotTheHouse() {
        PersonId other = new PersonId("olga");
        assertThat(daily.complete()
                        .and(daily.record(day(3), SECOND, other, List.of(quantity(3, 7))))
                        .and(daily.record(3, 8, SECOND))
                        .and(daily.record(day(4), SECOND, PersonId.HOUSE, List.of(quantity(4, 7))))
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contributors())
                .containsExactly(Story.ACCOUNTANT, other);
    }

    @Test
    void aClosedMonthIsNotFrozenAgain() {
        daily.closed().when(daily.freeze(1)).thenNothing();
        daily.closed().when(daily.freeze(2)).thenRefused("month-is-closed");
    }

    @Test
    void oneKilowattHourMovesTheHash() {
        assertThat(daily.complete()
                        .and(daily.record(7, 101, SECOND))
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contentHash())
                .isNotEqualTo(daily.complete()
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contentHash());
    }

    @Test
    void recordsOfAFrozenMonthNeverStand() {
        assertThat(daily.frozen().when(daily.record(1, 7, SECOND)).events())
                .hasOnlyElementsOfType(LateQuantitiesReceived.class)
                .doesNotHaveAnyElementsOfTypes(QuantitiesRecorded.class);
    }

    private Story.Given allBut31() {
        Story.Given story = daily.empty();
        for (int i = 1; i <= 30; i++) {
            story = story.and(daily.record(i, 100, FIRST));
        }
        return story;
    }

    private FreezeMeterMonth freezeBy(PointRule rule) {
        return new FreezeMeterMonth(daily.id(), CLOSE, 1, AREA, 3, rule, Story.AT);
    }

    private static PointRule ruleFrom(String day) {
        return new PointRule(Months.COPENHAGEN, MeasuringInterval.GAS_DAY, new GasDay(day), 1);
    }

    private MeterMonthNotReady notReady(int attempt, int expected, int missing, int... firstMissing) {
        return new MeterMonthNotReady(
                daily.id(),
                CLOSE,
                attempt,
                AREA,
                3,
                daily.rule(),
                expected,
                missing,
                IntStream.of(firstMissing).mapToObj(Months::start).toList(),
                0,
                List.of());
    }
}
