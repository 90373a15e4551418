package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodTakenBack;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.ReopenCutoff;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.Example;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What was done too early is taken back, and the month closes as if it had not been. */
class TakenBackTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();

    @Test
    void aCutOffBeforeTheLastDayCameIsTakenBackAndTheMonthClosesWithEveryDay() throws IOException {
        recordAllDaysBut(LAST_DAY);
        month.record(Example.NYBRO, LAST_DAY, -1_100_000, SmallMonth.source("first publication"));
        toCutoff();
        house.await(Example.CLOSE, ContractsComplete.class);
        house.await(MeterMonthId.of(Example.NYBRO, Example.PERIOD), MeterMonthFrozen.class);
        house.awaitQuiet();
        assertThat(house.all(MeterMonthNotReady.class)).hasSize(2);

        house.order(
                "anna",
                Role.ACCOUNTANT,
                new ReopenCutoff(Example.CLOSE, "the last day is to come", SmallMonth.ACCOUNTANT, House.now()));
        house.await(MeterMonthId.of(Example.NYBRO, Example.PERIOD), MeterMonthThawed.class);
        house.awaitQuiet();
        month.record(LAST_DAY);
        assertThat(house.all(LateQuantitiesReceived.class)).isEmpty();

        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        PackReady pack = house.await(Example.CLOSE, PackReady.class);
        assertThat(pack.attempt()).isEqualTo(2);
        finish(pack.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        assertThat(house.all(BlockerReported.class)).isEmpty();
    }

    @Test
    void aMonthOpenedByMistakeOpensAgainAndCloses() throws IOException {
        month.record();
        month.open();
        house.await(Example.CLOSE, CloseOpened.class);
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new CancelClose(Example.CLOSE, "opened by mistake", SmallMonth.ACCOUNTANT, House.now()));
        house.await(Example.CLOSE.group(), PeriodTakenBack.class);

        month.openPeriod();
        house.awaitQuiet();
        assertThat(house.all(CloseOpened.class)).hasSize(2);
        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        assertThat(house.all(PeriodOpened.class)).hasSize(2);
        assertThat(house.all(BlockerReported.class)).isEmpty();
    }

    private void recordAllDaysBut(GasDay left) {
        Example.PERIOD.days().stream().filter(day -> !day.equals(left)).forEach(month::record);
    }
}
