package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOutcomeUnknown;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapOrdered;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import io.tallybook.saga.outward.erp.FaultyErp;
import io.tallybook.saga.outward.erp.FaultyErp.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month closed over an ERP that is spoken to: from a refused line to the lock, and with both books compared. */
class ErpInTheHouseTest {
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FaultyErp erp;

    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void start() throws IOException {
        erp = new FaultyErp(600).forgetful();
        house = House.open(TestDatabase.fresh(), directory, "test", erp.settings(Example.GROUP));
        SmallMonth month = new SmallMonth(house);
        month.setUp();
        month.record();
        month.open();
        house.await(Example.CLOSE, CloseOpened.class);
        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
    }

    @AfterEach
    void stop() {
        house.close();
        erp.close();
    }

    @Test
    void aRefusedLineIsRemappedUnderANewKeyAndTheMonthIsLockedWithBothBooksTheSame() {
        Map<AccountUse, Account> accounts = new HashMap<>(
                house.all(Example.ACCOUNTS, AccountsMapped.class).getLast().map());
        erp.knowsNot(Objects.requireNonNull(accounts.get(AccountUse.REVENUE)).number());
        erp.posts(Fault.SLOW_AFTER, Fault.NONE).gets(Fault.FAULT_BEFORE);
        Sha256 pack = approved();
        JournalPostingFailed refused = house.await(JOURNAL, JournalPostingFailed.class);
        assertThat(refused.refused()).isNotEmpty();
        assertThat(house.await(Example.CLOSE, BlockerReported.class).sentence()).isEqualTo(refused.reason());

        // the map must be another one first
        RemapJournal order = new RemapJournal(JOURNAL, "revenue moves", SmallMonth.ACCOUNTANT, House.now());
        house.order("anna", Role.ACCOUNTANT, order);
        house.await(JOURNAL, JournalRemapOrdered.class);
        assertThat(house.await(
                                Example.CLOSE,
                                BlockerReported.class,
                                blocker -> blocker.sentence().contains("TakeAccounts"))
                        .sentence())
                .contains("have the map changed first");

        accounts.put(AccountUse.REVENUE, new Account("4011", "Revenue, new"));
        house.order(
                "eric",
                Role.ENGINEER,
                new MapAccounts(Example.ACCOUNTS, accounts, null, SmallMonth.ENGINEER, House.now()));
        house.order("anna", Role.ACCOUNTANT, order);

        JournalPosted posted = house.await(JOURNAL, JournalPosted.class);
        assertThat(String.valueOf(posted.key())).isEqualTo(JOURNAL.value() + "-2");
        house.await(Example.CLOSE, PackPublished.class);
        house.order("carol", Role.APPROVER, new LockPeriod(Example.CLOSE, pack, new PersonId("carol"), House.now()));
        house.await(Example.CLOSE, CloseLocked.class);
        assertThat(erp.bookings()).containsExactly(JOURNAL.value() + "-2");

        house.order("anna", Role.ACCOUNTANT, new ReconcileJournal(JOURNAL, SmallMonth.ACCOUNTANT, House.now()));
        JournalReconciled compared = house.await(JOURNAL, JournalReconciled.class);
        assertThat(compared.erp()).isEqualTo("sap");
        assertThat(compared.keys())
                .extracting(key -> key.comparison())
                .containsExactly(Comparison.NOT_BOOKED, Comparison.AGREES);
        house.awaitNo("erp_schedule");
    }

    @Test
    void aSilentErpIsAskedByKeyUntilItAnswersAndGetsNothingTwice() {
        erp.posts(Fault.CUT_AFTER).gets(Fault.NONE, Fault.NONE, Fault.FAULT_BEFORE, Fault.SLOW_AFTER);
        approved();

        house.await(Example.CLOSE, PackPublished.class);

        assertThat(erp.bookings()).isEqualTo(List.of(JOURNAL.value()));
        assertThat(house.all(JOURNAL, JournalOutcomeUnknown.class)).isNotEmpty();
    }

    /** The ERP fails at every posting, also after it has booked: each document is there once, and the log tells all of it. */
    @Test
    void aReopenedMonthWithAFailingErpIsReversedOnceAndClosesAnew() {
        lock(approved(1), 1);
        erp.posts(Fault.FAULT_AFTER, Fault.CUT_AFTER).gets(Fault.NONE, Fault.FAULT_BEFORE, Fault.SLOW_AFTER);
        AccountingPeriod period = Example.PERIOD;
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new RequestReopen(
                        Example.GROUP,
                        period,
                        ReopenGround.REGULATOR,
                        null,
                        "order 7",
                        SmallMonth.ACCOUNTANT,
                        House.now()));
        house.order(
                "bob", Role.APPROVER, new ApproveReopen(Example.GROUP, period, true, new PersonId("bob"), House.now()));
        house.order(
                "eric", Role.ENGINEER, new ConsentToReopen(Example.GROUP, period, SmallMonth.ENGINEER, House.now()));
        house.await(Example.CLOSE, CloseUndone.class);

        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        lock(approved(2), 2);

        assertThat(erp.bookings()).containsExactly(JOURNAL.value(), JOURNAL.value() + "-2", JOURNAL.value() + "-3");
        assertThat(house.all(JOURNAL, JournalReversed.class)).hasSize(1);
        assertThat(house.all(JOURNAL, JournalOutcomeUnknown.class)).isNotEmpty();
        house.order("anna", Role.ACCOUNTANT, new ReconcileJournal(JOURNAL, SmallMonth.ACCOUNTANT, House.now()));
        assertThat(house.await(JOURNAL, JournalReconciled.class).keys())
                .extracting(key -> key.comparison())
                .containsOnly(Comparison.AGREES)
                .hasSize(3);
    }

    private void lock(Sha256 pack, int attempt) {
        house.await(Example.CLOSE, PackPublished.class, published -> published.attempt() == attempt);
        house.order("carol", Role.APPROVER, new LockPeriod(Example.CLOSE, pack, new PersonId("carol"), House.now()));
        // equal figures have an equal pack hash: the locks are told apart by their number
        while (house.all(Example.CLOSE, CloseLocked.class).size() < attempt) {
            House.pause();
        }
    }

    private Sha256 approved() {
        return approved(1);
    }

    private Sha256 approved(int attempt) {
        Sha256 pack = house.await(Example.CLOSE, PackReady.class, ready -> ready.attempt() == attempt)
                .packHash();
        for (String person : List.of("bob", "carol")) {
            house.order(
                    person, Role.APPROVER, new ApproveClose(Example.CLOSE, pack, new PersonId(person), House.now()));
        }
        return pack;
    }
}
