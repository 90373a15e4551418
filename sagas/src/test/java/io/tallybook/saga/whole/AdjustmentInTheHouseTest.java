package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.PrepareAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaBooked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.saga.Example;
import io.tallybook.saga.outward.erp.FaultyErp;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A late reading of a locked month on its whole way to the journal of the open one. */
class AdjustmentInTheHouseTest extends SmallMonthClose {
    private static final GasDay LAST_DAY = Example.PERIOD.lastDay();
    private static final AdjustmentBookId BOOK = AdjustmentBookId.of(Example.GROUP);
    private static final AccountingPeriod NOVEMBER = Example.PERIOD.next();
    private static final JournalId JOURNAL = JournalId.ofAdjustments(CloseId.of(Example.GROUP, NOVEMBER), 1);
    /** The price of 31 October 2024 in {@link SmallMonth#prices()}. */
    private static final Price PRICE = new Price(new BigDecimal("2.41"), "USD");

    @Test
    void booksALateReadingOfALockedMonthInTheJournalOfTheOpenOneAtTheMonthsOwnPrices() throws IOException {
        lateForALockedMonth();
        PpaCalculated preview = house.await(BOOK, PpaCalculated.class);
        Money more = more();
        assertThat(preview.difference().receipts()).isEqualTo(Energy.ofKwh(500_000));
        assertThat(preview.difference().purchases()).isEqualTo(more);
        assertThat(house.ask("anna", Role.APPROVER, assent("anna", preview.previewHash()))
                        .rule())
                .isEqualTo("contributor-may-not-approve");
        assertThat(house.ask("oscar", Role.APPROVER, assent("oscar", preview.previewHash()))
                        .rule())
                .isEqualTo("contributor-may-not-approve");
        assertThat(house.ask("bob", Role.APPROVER, assent("bob", Sha256.of("another")))
                        .outcome())
                .isEqualTo(Outcome.REFUSED);

        house.order("bob", Role.APPROVER, assent("bob", preview.previewHash()));

        house.await(BOOK, PpaBooked.class);
        JournalPrepared journal = house.await(JOURNAL, JournalPrepared.class);
        assertThat(journal.debits()).isEqualTo(journal.credits()).isEqualTo(more);
        assertThat(journal.lines())
                .extracting(JournalLine::use)
                .containsOnly(AccountUse.PPA_GAS_PURCHASES, AccountUse.PPA_PAYABLE);
        assertThat(journal.lines()).allSatisfy(this::isTiedToItsOriginal);
        house.erp().post("dk_2024-11_PPA_1", "4712");
        house.await(JOURNAL, JournalPosted.class);
        house.awaitQuiet();
        assertThat(house.all(BlockerReported.class)).isEmpty();
    }

    /** From here on the journals go to an ERP over HTTP, and it does not know an account of adjustments. */
    @Test
    void whatTheErpRefusesIsPostedOnOtherAccountsUnderANewKeyAndBookedOnce() throws IOException {
        lateForALockedMonth();
        Sha256 preview = house.await(BOOK, PpaCalculated.class).previewHash();
        house.close();
        try (FaultyErp erp = new FaultyErp(600).forgetful()) {
            house = House.open(database, directory, "test", erp.settings(Example.GROUP));
            Map<AccountUse, Account> accounts = new HashMap<>(
                    house.all(Example.ACCOUNTS, AccountsMapped.class).getLast().map());
            erp.knowsNot("5910");
            house.order("bob", Role.APPROVER, assent("bob", preview));
            JournalPostingFailed refused = house.await(JOURNAL, JournalPostingFailed.class);
            assertThat(refused.reason()).contains("account 5910 is not known");

            // the map must be another one first, and why nothing came of it stands with the journal
            RemapJournal order = new RemapJournal(JOURNAL, "purchases move", SmallMonth.ACCOUNTANT, House.now());
            house.order("anna", Role.ACCOUNTANT, order);
            JournalPostingFailed still =
                    house.await(JOURNAL, JournalPostingFailed.class, failed -> !failed.equals(refused));
            assertThat(still.reason()).startsWith(refused.reason()).contains("have the map changed first");
            assertThat(still.refused()).isEqualTo(refused.refused());

            accounts.put(AccountUse.PPA_GAS_PURCHASES, new Account("5911", "Gas purchases of prior periods, new"));
            house.order(
                    "eric",
                    Role.ENGINEER,
                    new MapAccounts(Example.ACCOUNTS, accounts, null, SmallMonth.ENGINEER, House.now()));
            house.order("anna", Role.ACCOUNTANT, order);

            JournalPosted posted = house.await(JOURNAL, JournalPosted.class);
            assertThat(posted.key()).isEqualTo(PostingKey.of(JOURNAL, 2));
            house.awaitQuiet();
            assertThat(erp.bookings()).containsExactly(JOURNAL.value() + "-2");
            List<JournalLine> lines =
                    house.all(JOURNAL, JournalPostingRequested.class).getLast().lines();
            assertThat(lines).allSatisfy(this::isTiedToItsOriginal);
            assertThat(lines).extracting(line -> line.account().number()).contains("5911");
            assertThat(house.ask("anna", Role.ACCOUNTANT, order).rule()).isEqualTo("already-posted");
            assertThat(house.all(BlockerReported.class))
                    .as("no step of the close waits for it")
                    .isEmpty();
        }
    }

    /** The package is prepared while November is open. */
    private void lateForALockedMonth() throws IOException {
        lock();
        month.record(Example.ELLUND, LAST_DAY, 1_500_000, SmallMonth.source("second publication"));
        house.order(
                "anna", Role.ACCOUNTANT, new OpenPeriod(Example.GROUP, NOVEMBER, SmallMonth.ACCOUNTANT, House.now()));
        house.awaitQuiet();
        prepare();
    }

    private static Money more() {
        return worth(900_000)
                .plus(worth(600_000).negate())
                .plus(worth(600_000).plus(worth(400_000).negate()));
    }

    private void isTiedToItsOriginal(JournalLine line) {
        JournalPrepared closed = house.await(JournalId.ofClose(Example.CLOSE), JournalPrepared.class);
        var adjusts = Objects.requireNonNull(line.adjusts());
        JournalLine original = closed.lines().get(adjusts.line() - 1);
        assertThat(original.shipper()).isEqualTo(line.shipper());
        assertThat(original.direction()).isEqualTo(line.direction());
        assertThat(original.use().ofAdjustment()).isEqualTo(line.use());
    }

    private void lock() throws IOException {
        month.record();
        toCutoff();
        finish(house.await(Example.CLOSE, PackReady.class).packHash());
        house.await(Example.CLOSE, CloseLocked.class);
    }

    private void prepare() {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new PrepareAdjustments(
                        BOOK,
                        1,
                        Booking.OPEN_PERIOD,
                        LateGround.NONE,
                        "the second publication",
                        SmallMonth.ACCOUNTANT,
                        House.now()));
    }

    private static ApproveAdjustments assent(String person, Sha256 preview) {
        return new ApproveAdjustments(BOOK, 1, preview, "checked", new PersonId(person), House.now());
    }

    private static Money worth(long kwh) {
        return Energy.ofKwh(kwh).at(PRICE);
    }
}
