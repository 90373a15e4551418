package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.eventlog.fold.RevisionChanges;
import io.tallybook.eventlog.fold.RevisionFold;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaRejected;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationSuperseded;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.RetryUndo;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.ReversedLine;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReopened;
import io.tallybook.messages.network.AreaEvent.AreaConfigurationReopened;
import io.tallybook.messages.price.PriceSeriesEvent.PricesReopened;
import io.tallybook.messages.statement.StatementEvent.StatementVoided;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A locked month opens again, what it sent out is taken back in its order, and it closes anew. */
class ReopenedMonthTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();
    private static final CloseId NEXT = CloseId.of(Example.CLOSE.group(), Example.PERIOD.next());

    @Test
    void takesBackInItsOrderAndClosesAgainWithOtherFigures() throws IOException {
        month.record();
        lockOnce();
        order("anna", Role.ACCOUNTANT, new OpenPeriod(NEXT.group(), NEXT.period(), SmallMonth.ACCOUNTANT, House.now()));
        house.await(NEXT, CloseOpened.class);

        reopen();
        house.erp().post(KEY + "-2", "4712");
        house.await(Example.CLOSE, CloseUndone.class);

        assertThat(house.all(JournalReversed.class)).singleElement().satisfies(reversed -> {
            assertThat(reversed.documentNumber()).isEqualTo("4712");
            assertThat(reversed.reversed()).isEqualTo("4711");
        });
        assertThat(inOrder())
                .containsSubsequence(
                        JournalReversed.class.getSimpleName(),
                        StatementVoided.class.getSimpleName(),
                        ApprovalsInvalidated.class.getSimpleName(),
                        AllocationSuperseded.class.getSimpleName(),
                        PricesReopened.class.getSimpleName(),
                        MeterMonthReopened.class.getSimpleName(),
                        AreaConfigurationReopened.class.getSimpleName(),
                        CloseUndone.class.getSimpleName());
        assertThat(house.all(StatementVoided.class)).hasSize(2);
        assertThat(house.all(MeterMonthReopened.class)).hasSize(3);
        assertThat(house.all(NEXT, CloseHeld.class)).hasSize(1);

        month.record(Example.ELLUND, LAST_DAY, 1_000_001, SmallMonth.source("read tenfold"));
        PackReady second = closeAgain();

        assertThat(house.await(Example.CLOSE, MonthValued.class, v -> v.attempt() == 2)
                        .totals()
                        .receipts())
                .isEqualTo(Energy.ofKwh(31_000_001));
        assertThat(house.all(PeriodLocked.class))
                .extracting(PeriodLocked::lockHash)
                .hasSize(2)
                .last()
                .isEqualTo(second.packHash());
        assertThat(house.all(JournalPosted.class))
                .extracting(JournalPosted::documentNumber)
                .containsExactly("4711", "4712", "4713");
        house.await(NEXT, CloseResumed.class);
        assertThat(house.all(BlockerReported.class)).isEmpty();
        movedByOneKwh();
    }

    /** Everything is set beside the revision before, and only what moved differs. */
    private void movedByOneKwh() {
        RevisionChanges changes = RevisionFold.of(house.log(), Example.CLOSE, 1, 2);
        assertThat(changes.points()).singleElement().satisfies(moved -> {
            assertThat(moved.point()).isEqualTo(Example.ELLUND);
            assertThat(moved.day()).isEqualTo(LAST_DAY);
            assertThat(receipt(moved.before())).isEqualTo(Energy.ofKwh(1_000_000));
            assertThat(receipt(moved.after())).isEqualTo(Energy.ofKwh(1_000_001));
        });
        assertThat(changes.areas()).singleElement().satisfies(area -> {
            assertThat(Objects.requireNonNull(area.before()).receipts()).isEqualTo(Energy.ofKwh(31_000_000));
            assertThat(Objects.requireNonNull(area.after()).receipts()).isEqualTo(Energy.ofKwh(31_000_001));
        });
        assertThat(changes.shippers()).hasSize(2).allSatisfy(shipper -> {
            assertThat(shipper.before()).isNotNull();
            assertThat(shipper.after()).isNotNull();
        });
    }

    private static Energy receipt(@Nullable DayTotal day) {
        return Objects.requireNonNull(day).receipt();
    }

    @Test
    void theReversalIsThePostingWithDebitsAndCreditsExchanged() throws IOException {
        month.record();
        lockOnce();
        reopen();
        house.erp().post(KEY + "-2", "4712");
        house.await(Example.CLOSE, CloseUndone.class);

        List<JournalPostingRequested> sent = house.all(JournalId.ofClose(Example.CLOSE), JournalPostingRequested.class);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().lines()).hasSameSizeAs(sent.getFirst().lines());
        for (int i = 0; i < sent.getFirst().lines().size(); i++) {
            assertThat(sent.getLast().lines().get(i).debit())
                    .isEqualTo(sent.getFirst().lines().get(i).credit());
            assertThat(sent.getLast().lines().get(i).credit())
                    .isEqualTo(sent.getFirst().lines().get(i).debit());
            assertThat(sent.getLast().told().get(i).reverses())
                    .isEqualTo(new ReversedLine(
                            sent.getFirst().postingKey(),
                            sent.getFirst().lines().get(i).line()));
        }
        List<String> file = house.erp().batch(KEY + "-2");
        assertThat(file.getFirst()).endsWith(",period,reverses_key,reverses_line");
        assertThat(file.get(1)).endsWith("," + KEY + ",1");
        assertThat(house.erp().batch(KEY).getFirst()).endsWith(",period");
    }

    @Test
    void takesNothingElseBackWhileTheErpRefusesTheReversalAndGoesOnWhenAPersonSaysSo() throws IOException {
        month.record();
        lockOnce();
        reopen();
        house.erp().reject(KEY + "-2", "the period is closed here");
        BlockerReported blocker = house.await(Example.CLOSE, BlockerReported.class);
        house.awaitQuiet();

        assertThat(blocker.step()).isEqualTo(CloseStep.POST);
        assertThat(blocker.sentence()).contains("the period is closed here");
        assertThat(house.all(StatementVoided.class)).isEmpty();
        assertThat(house.all(MeterMonthReopened.class)).isEmpty();
        assertThat(house.all(CloseUndone.class)).isEmpty();

        order(
                "anna",
                Role.ACCOUNTANT,
                new RetryUndo(Example.CLOSE, "opened in the ERP", SmallMonth.ACCOUNTANT, House.now()));
        house.erp().post(KEY + "-2", "4712");
        house.await(Example.CLOSE, CloseUndone.class);
        closeAgain();
        assertThat(house.all(JournalReversed.class)).hasSize(1);
    }

    @Test
    void whatWaitedToBeAdjustedIsAFigureOfTheMonthThatIsOpenAgain() throws IOException {
        month.record();
        lockOnce();
        month.record(Example.ELLUND, LAST_DAY, 1_000_007, SmallMonth.source("second publication"));
        house.await(AdjustmentBookId.of(Example.CLOSE.group()), AdjustmentCollected.class);

        reopen();
        house.erp().post(KEY + "-2", "4712");
        house.await(Example.CLOSE, CloseUndone.class);
        assertThat(house.await(AdjustmentBookId.of(Example.CLOSE.group()), PpaRejected.class)
                        .by())
                .isNull();
        closeAgain();
        assertThat(house.await(Example.CLOSE, MonthValued.class, v -> v.attempt() == 2)
                        .totals()
                        .receipts())
                .isEqualTo(Energy.ofKwh(31_000_007));
    }

    @Test
    void goesOnTakingBackAfterARestart() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        house.close();
        house = House.open(database, directory);
        month = new SmallMonth(house);
        month.setUp();
        month.record();
        lockOnce();
        reopen();
        house.close(); // in the middle of it

        house = House.open(database, directory);
        house.erp().post(KEY + "-2", "4712");
        house.await(Example.CLOSE, CloseUndone.class);
        assertThat(house.all(JournalReversed.class)).hasSize(1);
        assertThat(house.all(StatementVoided.class)).hasSize(2);
    }

    private void lockOnce() throws IOException {
        toCutoff();
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);
    }

    private void reopen() {
        AccountingPeriod period = Example.PERIOD;
        order(
                "anna",
                Role.ACCOUNTANT,
                new RequestReopen(
                        Example.CLOSE.group(),
                        period,
                        ReopenGround.MATERIAL,
                        new Money(new BigDecimal("40000.00"), "USD"),
                        "a meter was read tenfold",
                        SmallMonth.ACCOUNTANT,
                        House.now()));
        order(
                "bob",
                Role.APPROVER,
                new ApproveReopen(Example.CLOSE.group(), period, true, new PersonId("bob"), House.now()));
        order(
                "erik",
                Role.ENGINEER,
                new ConsentToReopen(Example.CLOSE.group(), period, new PersonId("erik"), House.now()));
    }

    private PackReady closeAgain() throws IOException {
        order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        PackReady pack = house.await(Example.CLOSE, PackReady.class, ready -> ready.attempt() == 2);
        approve("bob", pack.packHash());
        approve("carol", pack.packHash());
        house.erp().post(KEY + "-3", "4713");
        house.await(Example.CLOSE, PackPublished.class, published -> published.attempt() == 2);
        lock(pack.packHash());
        house.await(
                Example.CLOSE, CloseLocked.class, locked -> locked.packHash().equals(pack.packHash()));
        house.awaitQuiet();
        return pack;
    }

    private void lock(Sha256 hash) {
        order("carol", Role.APPROVER, new LockPeriod(Example.CLOSE, hash, new PersonId("carol"), House.now()));
    }

    private void order(String person, Role role, Command command) {
        house.order(person, role, command);
    }

    private List<String> inOrder() {
        return house.log().after(0, 100_000).stream()
                .map(StoredEvent::event)
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
