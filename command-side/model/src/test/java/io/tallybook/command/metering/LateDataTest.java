package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.CLOSE;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.SECOND;
import static io.tallybook.command.metering.Months.day;
import static io.tallybook.command.metering.Months.quantity;
import static io.tallybook.command.metering.Months.source;
import static io.tallybook.command.metering.Months.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateDataTest {
    private static final Source THIRD = source("third");
    private final Months daily = Months.daily();

    @Test
    void aFrozenMonthRecordsALateFactAndChangesNoFigure() {
        daily.frozen().when(daily.record(4, 70, SECOND)).then(late(Standing.FROZEN, SECOND, 4, 100, 100, 70));
    }

    @Test
    void knowsTheLatestThatCameLate() {
        daily.frozen()
                .and(daily.record(4, 70, SECOND))
                .when(daily.record(4, 80, THIRD))
                .then(late(Standing.FROZEN, THIRD, 4, 100, 70, 80));
    }

    @Test
    void whatEqualsTheLatestKnownIsUnchanged() {
        daily.frozen().when(daily.record(4, 100, SECOND)).thenNothing();
        daily.frozen()
                .and(daily.record(4, 70, SECOND))
                .when(daily.record(4, 70, THIRD))
                .thenNothing();
    }

    @Test
    void goingBackToWhatStandsIsNewsAndThenNothingIsLateAnyMore() {
        Story.Given back = daily.frozen().and(daily.record(4, 70, SECOND));
        back.when(daily.record(4, 100, THIRD)).then(late(Standing.FROZEN, THIRD, 4, 100, 70, 100));
        back.and(daily.record(4, 100, THIRD)).when(daily.close()).then(new MeterMonthClosed(daily.id(), CLOSE));
    }

    @Test
    void thawingAppliesWhatCameLateInTheOrderReceived() {
        daily.frozen()
                .and(daily.record(9, 70, SECOND))
                .and(daily.record(4, 80, THIRD))
                .when(daily.thaw(2))
                .then(new MeterMonthThawed(daily.id(), CLOSE, 2), recorded(SECOND, 9, 70), recorded(THIRD, 4, 80));
    }

    @Test
    void thawingAppliesOfAnIntervalOnlyTheLatest() {
        daily.frozen()
                .and(daily.record(4, 70, SECOND))
                .and(daily.record(4, 80, THIRD))
                .when(daily.thaw(2))
                .then(new MeterMonthThawed(daily.id(), CLOSE, 2), recorded(THIRD, 4, 80));
    }

    @Test
    void aThawedMonthFreezesWithTheLateFiguresAndThePersonWhoTookThemIn() {
        PersonId other = new PersonId("olga");
        MeterMonthFrozen frozen = daily.frozen()
                .and(daily.record(day(4), SECOND, other, List.of(quantity(4, 70))))
                .and(daily.thaw(2))
                .when(daily.freeze(2))
                .only(MeterMonthFrozen.class);
        assertThat(frozen.days().get(3).receipt()).isEqualTo(Energy.ofKwh(70));
        assertThat(frozen.contributors()).containsExactly(Story.ACCOUNTANT, other);
        assertThat(frozen.throughSequence()).isEqualTo(34);
    }

    @Test
    void aThawIsCarriedOutOnceForItsAttempt() {
        daily.frozen().and(daily.thaw(2)).when(daily.thaw(2)).thenNothing();
        daily.frozen()
                .and(daily.thaw(2))
                .and(daily.freeze(2))
                .when(daily.thaw(2))
                .thenNothing();
        daily.frozen()
                .and(daily.thaw(2))
                .and(daily.freeze(2))
                .when(daily.thaw(3))
                .only(MeterMonthThawed.class);
    }

    @Test
    void aThawedMonthIgnoresTheFreezeOfTheOldAttempt() {
        daily.frozen().and(daily.thaw(2)).when(daily.freeze(1)).thenNothing();
    }

    @Test
    void thereIsNothingToThawOrCloseWhereNothingWasRecorded() {
        daily.empty().when(daily.thaw(2)).thenRefused("not-found");
        daily.empty().when(daily.close()).thenRefused("not-found");
    }

    @Test
    void anotherCloseThawsAndClosesNothing() {
        CloseId other = new CloseId("se/2024-10");
        daily.frozen().when(new ThawMeterMonth(daily.id(), other, 2, Story.AT)).thenRefused("another-close");
        daily.frozen().when(new CloseMeterMonth(daily.id(), other, Story.AT)).thenRefused("another-close");
    }

    @Test
    void onlyAFrozenMonthIsClosedAndThatOnce() {
        daily.complete().when(daily.close()).thenRefused("month-not-frozen");
        daily.frozen().and(daily.thaw(2)).when(daily.close()).thenRefused("month-not-frozen");
        daily.frozen().when(daily.close()).then(new MeterMonthClosed(daily.id(), CLOSE));
        daily.closed().when(daily.close()).thenNothing();
    }

    @Test
    void aClosedMonthIsNotThawed() {
        daily.closed().when(daily.thaw(2)).thenRefused("month-is-closed");
    }

    @Test
    void recordsALateReadingOfAClosedMonthAndChangesNoFigure() {
        daily.closed().when(daily.record(4, 70, SECOND)).then(late(Standing.CLOSED, SECOND, 4, 100, 100, 70));
        daily.closed()
                .and(daily.record(4, 70, SECOND))
                .when(daily.record(4, 80, THIRD))
                .then(late(Standing.CLOSED, THIRD, 4, 100, 70, 80));
        daily.closed()
                .and(daily.record(4, 70, SECOND))
                .when(daily.record(4, 70, SECOND))
                .thenNothing();
    }

    @Test
    void closingLeavesWhatIsStillLateForAdjustmentFromTheFigureThatStands() {
        daily.frozen()
                .and(daily.record(4, 70, SECOND))
                .and(daily.record(5, 60, SECOND))
                .and(daily.record(4, 80, THIRD))
                .when(daily.close())
                .then(
                        new MeterMonthClosed(daily.id(), CLOSE),
                        late(Standing.CLOSED, SECOND, 5, 100, 100, 60),
                        late(Standing.CLOSED, THIRD, 4, 100, 100, 80));
    }

    @Test
    void afterClosingTheNextAdjustmentStartsFromWhatWasLeft() {
        daily.frozen()
                .and(daily.record(4, 70, SECOND))
                .and(daily.close())
                .when(daily.record(4, 80, THIRD))
                .then(late(Standing.CLOSED, THIRD, 4, 100, 70, 80));
    }

    @Test
    void closingLeavesOneEventPerGasDayAndPublicationThoughItCameInPieces() {
        Months hourly = Months.hourly(OCTOBER);
        Quantity first = quantity(start(4), 70);
        Quantity second = quantity(start(4).plus(Duration.ofHours(1)), 60);
        LateQuantitiesReceived left = hourly.frozen()
                .and(hourly.record(day(4), SECOND, Story.ACCOUNTANT, List.of(first)))
                .and(hourly.record(day(4), SECOND, Story.ACCOUNTANT, List.of(second)))
                .when(hourly.close())
                .only(LateQuantitiesReceived.class);
        assertThat(left.quantities()).extracting(LateQuantity::received).containsExactly(first, second);
    }

    private LateQuantitiesReceived late(
            Standing standing, Source source, int dayOfOctober, long figure, long latest, long received) {
        return new LateQuantitiesReceived(
                daily.id(),
                CLOSE,
                standing,
                day(dayOfOctober),
                List.of(new LateQuantity(Energy.ofKwh(figure), Energy.ofKwh(latest), quantity(dayOfOctober, received))),
                source,
                Story.ACCOUNTANT);
    }

    private QuantitiesRecorded recorded(Source source, int dayOfOctober, long kwh) {
        return new QuantitiesRecorded(
                daily.id(),
                day(dayOfOctober),
                daily.rule(),
                List.of(new RecordedQuantity(quantity(dayOfOctober, kwh), 2, Energy.ofKwh(100))),
                source,
                Story.ACCOUNTANT);
    }
}
