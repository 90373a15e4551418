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
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.math.BigDecimal;
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
        lock();
        month.record(Example.ELLUND, LAST_DAY, 1_500_000, SmallMonth.source("second publication"));
        house.order(
                "anna", Role.ACCOUNTANT, new OpenPeriod(Example.GROUP, NOVEMBER, SmallMonth.ACCOUNTANT, House.now()));
        house.awaitQuiet();

        prepare();
        PpaCalculated preview = house.await(BOOK, PpaCalculated.class);
        Money more = worth(900_000)
                .plus(worth(600_000).negate())
                .plus(worth(600_000).plus(worth(400_000).negate()));
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
