package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.fold.EventTotalFold;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.Example;
import io.tallybook.saga.whatif.Previews;
import io.tallybook.saga.whatif.Previews.Preview;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A month that misses a day closes by an estimate, and the actual reading finds its way whenever it comes. */
class EstimatesInTheHouseTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();
    private static final MeterMonthId MONTH = MeterMonthId.of(Example.ELLUND, Example.PERIOD);
    private static final PersonId MARA = new PersonId("mara");

    @Test
    void closesWithAnAcceptedEstimateWhoseAuthorMayNotSignAndAdjustsWhenTheActualComesAfterTheLock()
            throws IOException {
        waitForTheLastDay();
        estimate();
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, PackReady.class)).isEmpty();

        accept();

        PackReady pack = house.await(Example.CLOSE, PackReady.class);
        assertThat(house.await(Example.CLOSE, MonthValued.class).totals().receipts())
                .isEqualTo(Energy.ofKwh(31_000_000));
        var area = EventTotalFold.of(house.log(), Example.CLOSE).areas().getFirst();
        assertThat(area.receipts()).isEqualTo(Energy.ofKwh(31_000_000));
        assertThat(area.estimated()).isEqualTo(1);
        assertThat(house.ask("mara", Role.APPROVER, approval("mara", pack.packHash()))
                        .rule())
                .isEqualTo("contributor-may-not-approve");

        finish(pack.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        month.record(Example.ELLUND, LAST_DAY, 1_000_400, SmallMonth.source("late"));
        house.awaitQuiet();
        assertThat(house.all(PriorPeriodAdjustmentRaised.class)).singleElement().satisfies(raised -> {
            assertThat(raised.oldEnergy()).isEqualTo(Energy.ofKwh(1_000_000));
            assertThat(raised.newEnergy()).isEqualTo(Energy.ofKwh(1_000_400));
        });
        assertThat(house.all(ActualReceived.class)).isEmpty();
    }

    @Test
    void theActualThatComesFirstIsWhatTheMonthClosesWith() {
        waitForTheLastDay();
        estimate();
        month.record(Example.ELLUND, LAST_DAY, 1_000_400, SmallMonth.source("late"));

        house.await(Example.CLOSE, PackReady.class);
        assertThat(house.await(Example.CLOSE, MonthValued.class).totals().receipts())
                .isEqualTo(Energy.ofKwh(31_000_400));
        assertThat(house.all(ActualReceived.class))
                .singleElement()
                .satisfies(actual ->
                        assertThat(actual.superseded().getFirst().difference()).isEqualTo(Energy.ofKwh(400)));
        assertThat(EventTotalFold.of(house.log(), Example.CLOSE)
                        .areas()
                        .getFirst()
                        .estimated())
                .isZero();
    }

    @Test
    void anActualEqualToTheEstimateThatComesAfterTheFreezeMakesAnotherPackWhenThawed() {
        waitForTheLastDay();
        estimate();
        accept();
        PackReady first = house.await(Example.CLOSE, PackReady.class);
        month.record(Example.ELLUND, LAST_DAY, 1_000_000, SmallMonth.source("late"));
        house.await(Example.CLOSE, LateQuantitiesNoted.class);
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new DecideLateQuantities(
                        Example.CLOSE,
                        Example.ELLUND,
                        LateDecision.THAW,
                        "it is measured now",
                        SmallMonth.ACCOUNTANT,
                        House.now()));

        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isNotEqualTo(first.packHash());
        assertThat(house.all(ActualReceived.class)).hasSize(1);
    }

    @Test
    void whatIsPreviewedIsWhatIsWrittenAndThePreviewWritesNothing() {
        waitForTheLastDay();
        house.awaitQuiet();
        long head = house.log().head();
        Caller mara = Caller.person(new UserId("mara"), MARA, Set.of(Role.ENGINEER), "test");

        Preview preview = house.bean(Previews.class).of(order(), mara).orElseThrow();

        assertThat(house.log().head()).isEqualTo(head);
        estimate();
        assertThat(preview.events()).isEqualTo(List.of(house.await(MONTH, GapEstimated.class)));
        Preview refused = house.bean(Previews.class).of(order(), mara).orElseThrow();
        assertThat(refused.answer().rule()).isEqualTo("estimate-waits");
        assertThat(refused.events()).isEmpty();
    }

    /** The close asks for all three points; one of them misses its last day. */
    private void waitForTheLastDay() {
        Example.PERIOD.days().stream().filter(day -> !day.equals(LAST_DAY)).forEach(month::record);
        month.record(Example.NYBRO, LAST_DAY, -1_100_000, SmallMonth.source("other points"));
        month.record(Example.STORE, LAST_DAY, 100_000, SmallMonth.source("other points"));
        toCutoff();
        house.await(MONTH, MeterMonthNotReady.class);
    }

    private static EstimateGap order() {
        return new EstimateGap(
                MONTH,
                Example.RULE,
                List.of(Example.GAS_DAY.start(LAST_DAY)),
                EstimateMethod.AVERAGE_OF_MONTH,
                null,
                EstimateLimit.standard(),
                "meter out for calibration",
                MARA,
                House.now());
    }

    private void estimate() {
        house.order("mara", Role.ENGINEER, order());
        assertThat(house.await(MONTH, GapEstimated.class).quantities())
                .extracting(EstimatedQuantity::figure)
                .containsExactly(Energy.ofKwh(1_000_000));
    }

    private void accept() {
        house.order("carol", Role.APPROVER, new AcceptEstimate(MONTH, 1, new PersonId("carol"), House.now()));
    }
}
