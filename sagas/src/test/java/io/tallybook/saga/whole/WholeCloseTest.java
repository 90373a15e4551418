package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.HeldForDeadLetter;
import io.tallybook.messages.close.CloseCycleEvent.HoldReleased;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ReportIssued;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.statement.StatementEvent.StatementIssued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The close from its opening to the lock and each way it can be held up; long, for one small month carries them all. */
class WholeCloseTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();

    @Test
    void closesAMonthFromOpeningToLock() throws IOException {
        month.record();
        toCutoff();

        PackReady pack = house.await(Example.CLOSE, PackReady.class);
        finish(pack.packHash());

        CloseLocked locked = house.await(Example.CLOSE, CloseLocked.class);
        assertThat(locked.packHash()).isEqualTo(pack.packHash());
        assertThat(house.all(MeterMonthClosed.class)).hasSize(3);
        assertThat(house.all(StatementIssued.class)).hasSize(2);
        assertThat(house.all(JournalPosted.class))
                .singleElement()
                .satisfies(posted -> assertThat(posted.documentNumber()).isEqualTo("4711"));
        assertThat(house.all(BlockerReported.class)).isEmpty();
        house.awaitNo("scheduled_tasks");
        assertThat(house.all(StepsOverdue.class)).isEmpty();
    }

    @Test
    void carriesEveryKwhFromMeterToStatementAndJournal() {
        month.record();
        toCutoff();
        house.await(Example.CLOSE, PackReady.class);

        MonthValued valued = house.await(Example.CLOSE, MonthValued.class);
        assertThat(valued.totals().receipts()).isEqualTo(Energy.ofKwh(31_000_000));
        assertThat(valued.totals().deliveries()).isEqualTo(Energy.ofKwh(34_100_000));
        JournalPrepared journal = house.await(JournalId.ofClose(Example.CLOSE), JournalPrepared.class);
        assertThat(journal.debits()).isEqualTo(journal.credits());
        assertThat(journal.debits())
                .isEqualTo(valued.totals().purchases().plus(valued.totals().sales()));
    }

    @Test
    void waitsForAMissingDayAndGoesOnByItselfWhenItComes() {
        Example.PERIOD.days().stream().filter(day -> !day.equals(LAST_DAY)).forEach(month::record);
        toCutoff();
        house.await(MeterMonthId.of(Example.ELLUND, Example.PERIOD), MeterMonthNotReady.class);
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, PackReady.class)).isEmpty();

        month.record(LAST_DAY);

        house.await(Example.CLOSE, PackReady.class);
    }

    @Test
    void waitsForTheExplanationOfADayOutOfTolerance() {
        month.record();
        month.record(Example.NYBRO, LAST_DAY, -500_000, SmallMonth.source("corrected"));
        toCutoff();
        BalanceId balance = BalanceId.of(Example.AREA, Example.PERIOD);
        SystemBalanceCalculated calculated = house.await(balance, SystemBalanceCalculated.class);
        assertThat(calculated.unexplained()).containsExactly(LAST_DAY);

        explain(balance, LAST_DAY);
        if (calculated.monthUnexplained()) {
            explain(balance, null);
        }
        AcceptanceAwaited awaited = house.await(balance, AcceptanceAwaited.class);
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, PackReady.class)).isEmpty();
        house.order(
                "carol",
                Role.APPROVER,
                new AcceptBalance(balance, awaited.contentHash(), new PersonId("carol"), House.now()));

        house.await(Example.CLOSE, PackReady.class);
    }

    @Test
    void takesLateFactsInWhenThawedAndLeavesTheHashElsewhereUnmoved() throws IOException {
        month.record();
        toCutoff();
        PackReady first = house.await(Example.CLOSE, PackReady.class);
        approve("bob", first.packHash());

        month.record(Example.ELLUND, LAST_DAY, 1_000_001, SmallMonth.source("late"));
        house.await(Example.CLOSE, LateQuantitiesNoted.class);
        assertThat(house.ask("carol", Role.APPROVER, approval("carol", first.packHash()))
                        .outcome())
                .isEqualTo(Outcome.REFUSED);
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new DecideLateQuantities(
                        Example.CLOSE,
                        Example.ELLUND,
                        LateDecision.THAW,
                        "meter was read late",
                        SmallMonth.ACCOUNTANT,
                        House.now()));

        assertThat(house.await(Example.CLOSE, ResultsInvalidated.class).approvalsVoided())
                .isEqualTo(1);
        PackReady second = house.await(Example.CLOSE, PackReady.class, pack -> pack.attempt() == 2);
        assertThat(second.packHash()).isNotEqualTo(first.packHash());
        assertThat(house.await(Example.CLOSE, MonthValued.class, v -> v.attempt() == 2)
                        .totals()
                        .receipts())
                .isEqualTo(Energy.ofKwh(31_000_001));
        finish(second.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
    }

    @Test
    void signsNothingWhileAReadingRejectedSinceTheFreezeIsOpen() {
        month.record();
        toCutoff();
        Sha256 pack = house.await(Example.CLOSE, PackReady.class).packHash();
        approve("bob", pack);
        DeadLetterInTheHouseTest.receive(house);
        house.await(Example.CLOSE, HeldForDeadLetter.class);
        assertThat(house.ask("carol", Role.APPROVER, approval("carol", pack)).rule())
                .isEqualTo("dead-letters-open");

        DeadLetterInTheHouseTest.exclude(house);
        house.await(Example.CLOSE, HoldReleased.class);

        assertThat(house.ask("anna", Role.APPROVER, approval("anna", pack)).rule())
                .isEqualTo("contributor-may-not-approve");
        approve("carol", pack);
        house.await(Example.CLOSE, ApprovalsComplete.class);
    }

    @Test
    void aReadingRejectedJustBeforeTheLastSignatureIsSettledBeforeItCounts() {
        month.record();
        toCutoff();
        Sha256 pack = house.await(Example.CLOSE, PackReady.class).packHash();
        approve("bob", pack);
        DeadLetterInTheHouseTest.receive(house);
        boolean signed =
                house.ask("carol", Role.APPROVER, approval("carol", pack)).done();
        house.await(Example.CLOSE, HeldForDeadLetter.class);
        house.awaitQuiet();
        assertThat(house.all(Example.CLOSE, ApprovalsComplete.class)).isEmpty();

        DeadLetterInTheHouseTest.exclude(house);

        house.await(Example.CLOSE, HoldReleased.class);
        if (!signed) {
            approve("carol", pack);
        }
        house.await(Example.CLOSE, ApprovalsComplete.class);
    }

    @Test
    void raisesAnAdjustmentForEachRestatedPointAndDayOfALockedMonthOnce() throws IOException {
        month.record();
        toCutoff();
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);

        month.record(Example.ELLUND, LAST_DAY, 1_000_007, SmallMonth.source("second publication"));
        month.record(Example.NYBRO, LAST_DAY, 3, SmallMonth.source("second publication"));
        month.record(Example.NYBRO, LAST_DAY, 3, SmallMonth.source("second publication"));
        house.awaitQuiet();

        assertThat(house.all(PriorPeriodAdjustmentRaised.class))
                .extracting(raised -> raised.point().value() + " " + raised.oldEnergy() + " → " + raised.newEnergy())
                .containsExactlyInAnyOrder("ellund 1000000 kWh → 1000007 kWh", "nybro -1100000 kWh → 3 kWh");
    }

    @Test
    void raisesOneEachTimeAPublicationComesBackAfterAnother() throws IOException {
        month.record();
        toCutoff();
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);

        month.record(Example.ELLUND, LAST_DAY, 1_000_007, SmallMonth.source("second publication"));
        month.record(Example.ELLUND, LAST_DAY, 1_000_000, SmallMonth.source("first publication"));
        month.record(Example.ELLUND, LAST_DAY, 1_000_007, SmallMonth.source("second publication"));
        house.awaitQuiet();

        assertThat(house.all(PriorPeriodAdjustmentRaised.class))
                .extracting(raised -> raised.difference().toString())
                .containsExactly("7 kWh", "-7 kWh", "7 kWh");
    }

    @Test
    void raisesAnAdjustmentForWhatWasLeftOutAsSoonAsBothHaveApproved() {
        month.record();
        toCutoff();
        PackReady pack = house.await(Example.CLOSE, PackReady.class);
        month.record(Example.ELLUND, LAST_DAY, 1_000_001, SmallMonth.source("late"));
        house.await(Example.CLOSE, LateQuantitiesNoted.class);
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new DecideLateQuantities(
                        Example.CLOSE,
                        Example.ELLUND,
                        LateDecision.LEAVE,
                        "one kWh can wait",
                        SmallMonth.ACCOUNTANT,
                        House.now()));

        approve("bob", pack.packHash());
        approve("carol", pack.packHash());

        house.await(MeterMonthId.of(Example.ELLUND, Example.PERIOD), MeterMonthClosed.class);
        house.awaitQuiet();
        assertThat(house.all(PriorPeriodAdjustmentRaised.class))
                .singleElement()
                .satisfies(raised -> assertThat(raised.difference()).isEqualTo(Energy.ofKwh(1)));
    }

    @Test
    void issuesThePackAsSoonAsItCanAndNeverSkipsIt() throws IOException {
        month.record();
        toCutoff();
        Path obstacle = Files.createFile(directory.resolve(House.NO_PACK_YET));
        Sha256 hash = house.await(Example.CLOSE, PackReady.class).packHash();
        approve("bob", hash);
        approve("carol", hash);
        house.erp().post(KEY, "4711");
        house.await(Example.CLOSE, JournalPostingConfirmed.class);
        house.awaitQuiet();
        assertThat(house.all(PackPublished.class)).isEmpty();
        assertThat(house.standstills()).anySatisfy(standstill -> {
            assertThat(standstill.processor()).isEqualTo("relay-pack-issue");
            assertThat(standstill.failure()).isEqualTo("the views are behind");
        });

        Files.delete(obstacle);

        house.await(Example.CLOSE, PackPublished.class);
        house.awaitQuiet();
        assertThat(house.standstills())
                .noneMatch(standstill -> standstill.processor().equals("relay-pack-issue"));
        assertThat(house.all(ReportIssued.class)).hasSize(3);
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        house.close();
        house = House.open(database, directory);
        month = new SmallMonth(house);
        month.setUp();
        month.record();
        toCutoff();
        house.close(); // in the middle of it

        house = House.open(database, directory);
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);

        assertThat(house.all(PackReady.class)).hasSize(1);
        assertThat(house.all(JournalPrepared.class)).hasSize(1);
        assertThat(house.all(StatementId.of(Example.NORDGAS, Example.PERIOD), StatementIssued.class))
                .hasSize(1);
    }

    private void explain(BalanceId balance, @org.jspecify.annotations.Nullable GasDay day) {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new ExplainImbalance(
                        balance, day, ImbalanceCause.LINEPACK, "packed the line", SmallMonth.ACCOUNTANT, House.now()));
    }
}
