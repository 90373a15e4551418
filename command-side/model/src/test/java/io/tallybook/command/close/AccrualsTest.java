package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CLOSE;
import static io.tallybook.command.close.Orders.ERIK;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseCycleCommand.FailAccrual;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.TruedUpShipper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A flash accrual: proposed, approved, released, and held against what the month comes to. */
class AccrualsTest {
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    private static final AccountingPeriod NOVEMBER = new AccountingPeriod("2024-11");

    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void isReleasedByAnotherThanItsPreparerAndOnce() {
        close.told(Orders.open(), prepare("100.00"));
        assertThat(close.refusal(approve(1, ANNA, null))).isEqualTo("preparer-may-not-approve");

        assertThat(names(close.when(approve(1, PIA, null)))).containsExactly("AccrualApproved", "AccrualReleased");
        AccrualReleased released = close.latest(AccrualReleased.class);
        assertThat(released.reversedIn()).isEqualTo(NOVEMBER);
        assertThat(released.contributors()).containsExactly(ANNA, PIA);
        assertThat(close.when(approve(1, PIA, null))).isEmpty();
        assertThat(close.refusal(prepare("200.00"))).isEqualTo("accrual-released");
        assertThat(close.refusal(discard(1))).isEqualTo("accrual-released");
        assertThat(close.refusal(new CancelClose(CLOSE, "opened by mistake", ANNA, AT)))
                .isEqualTo("already-begun");
    }

    @Test
    void aLargeOneTakesTwoOfWhomOneReachesIt() {
        close.told(Orders.open(), prepare("250000.00"));
        assertThat(names(close.when(approve(1, PIA, money("1000.00"))))).containsExactly("AccrualApproved");
        assertThat(close.when(approve(1, PIA, money("1000.00")))).isEmpty();
        assertThat(close.refusal(approve(1, QUINN, money("249999.99")))).isEqualTo("above-limit");
        assertThat(names(close.when(approve(1, QUINN, money("250000.00")))))
                .containsExactly("AccrualApproved", "AccrualReleased");
        assertThat(close.latest(AccrualReleased.class).contributors()).containsExactly(ANNA, PIA, QUINN);
    }

    @Test
    void anotherTakesThePlaceOfOneThatWaitsAndItsApprovalsAreGone() {
        close.told(Orders.open(), prepare("250000.00"));
        close.told(approve(1, PIA, null));
        assertThat(close.when(prepare("250000.00"))).isEmpty();

        close.told(prepare("260000.00"));
        AccrualPrepared second = close.latest(AccrualPrepared.class);
        assertThat(second.number()).isEqualTo(2);
        assertThat(close.refusal(approve(1, QUINN, null))).isEqualTo("accrual-not-current");
        assertThat(close.refusal(new ApproveAccrual(
                        CLOSE, 2, close.facts(AccrualPrepared.class).getFirst().contentHash(), null, QUINN, AT)))
                .isEqualTo("accrual-not-current");
        assertThat(names(close.when(approve(2, PIA, null)))).containsExactly("AccrualApproved");
    }

    @Test
    void isDiscardedBeforeItIsReleasedAndTheMonthMayBeTakenBackThen() {
        close.told(Orders.open(), prepare("100.00"));
        assertThat(close.refusal(new CancelClose(CLOSE, "opened by mistake", ANNA, AT)))
                .isEqualTo("already-begun");

        assertThat(names(close.when(discard(1)))).containsExactly("AccrualDiscarded");
        assertThat(close.when(discard(1))).isEmpty();
        assertThat(close.refusal(approve(1, PIA, null))).isEqualTo("accrual-not-current");
        assertThat(names(close.when(new CancelClose(CLOSE, "opened by mistake", ANNA, AT))))
                .containsExactly("CloseCancelled");
    }

    @Test
    void oneWhoseJournalFailsMakesRoomForAnother() {
        close.told(Orders.open(), prepare("100.00"));
        close.told(approve(1, PIA, null));
        FailAccrual failed = new FailAccrual(CLOSE, 1, "no account", AT);
        assertThat(names(close.when(failed))).containsExactly("AccrualFailed");
        assertThat(close.when(failed)).isEmpty();

        close.told(prepare("100.00"));
        close.told(approve(2, PIA, null));
        assertThat(close.latest(AccrualReleased.class).number()).isEqualTo(2);
    }

    @Test
    void theMonthMustBeOverAndNobodyMayHaveSigned() {
        close.told(Orders.open());
        assertThat(close.refusal(prepare("100.00", AT.minusSeconds(1)))).isEqualTo("month-not-over");
        assertThat(close.refusal(new PrepareAccrual(CLOSE, List.of(), new AccountMapId("dk"), 1, "", ANNA, AT)))
                .isEqualTo("nothing-to-accrue");

        close.told(prepare("100.00"), Orders.cutoff(ERIK)).told(Orders.results(1));
        close.told(Orders.approve(close.latest(PackReady.class).packHash(), PIA));
        assertThat(close.refusal(prepare("200.00"))).isEqualTo("being-signed");
        assertThat(close.refusal(approve(1, QUINN, null))).isEqualTo("being-signed");
    }

    @Test
    void theCloseIsHeldAgainstItAndBookedWhereItIsTakenBack() {
        close.told(Orders.open(), prepare("100.00"));
        close.told(approve(1, PIA, null), Orders.cutoff(ERIK)).told(Orders.results(1));

        AccrualTrueUpCalculated trueUp = close.latest(AccrualTrueUpCalculated.class);
        assertThat(trueUp.shippers())
                .extracting(TruedUpShipper::shipper)
                .containsExactly(shipper("nord"), shipper("syd"));
        assertThat(trueUp.shippers().getFirst().actual().purchases()).isEqualTo(money("1.00"));
        assertThat(trueUp.shippers().getFirst().purchases()).isEqualTo(money("-59.00"));
        assertThat(trueUp.shippers().getLast().purchases())
                .as("syd was not accrued")
                .isEqualTo(money("1.00"));
        signed();
        assertThat(close.latest(ApprovalsComplete.class).bookIn()).isEqualTo(NOVEMBER);
    }

    @Test
    void oneThatIsReleasedAfterTheJournalIsHeldAgainstItToo() {
        close.told(Orders.open(), Orders.cutoff(ERIK)).told(Orders.results(1));
        assertThat(close.facts(AccrualTrueUpCalculated.class)).isEmpty();
        close.told(prepare("100.00"));
        assertThat(names(close.when(approve(1, PIA, null))))
                .containsExactly("AccrualApproved", "AccrualReleased", "AccrualTrueUpCalculated");
    }

    @Test
    void withoutOneTheCloseIsBookedInItsOwnPeriod() {
        close.told(Orders.open(), Orders.cutoff(ERIK)).told(Orders.results(1));
        signed();
        assertThat(close.latest(ApprovalsComplete.class).bookIn()).isNull();
    }

    private void signed() {
        var pack = close.latest(PackReady.class).packHash();
        close.told(Orders.approve(pack, PIA), Orders.approve(pack, QUINN)).told(Orders.quiet(1));
    }

    private static PrepareAccrual prepare(String amount) {
        return prepare(amount, AT);
    }

    /** One shipper; six parts of ten are bought, four sold. */
    private static PrepareAccrual prepare(String amount, Instant at) {
        BigDecimal whole = new BigDecimal(amount);
        BigDecimal bought = whole.multiply(new BigDecimal("0.60")).setScale(2);
        AccrualTotals totals =
                totals(bought.toPlainString(), whole.subtract(bought).toPlainString(), 10);
        return new PrepareAccrual(
                CLOSE,
                List.of(new AccruedShipper(shipper("nord"), totals, 29, 2, null)),
                new AccountMapId("dk"),
                17,
                "two days are missing",
                ANNA,
                at);
    }

    private static AccrualTotals totals(String purchases, String sales, long kwh) {
        Energy energy = Energy.ofKwh(kwh);
        return new AccrualTotals(energy, money(purchases), energy, money(sales));
    }

    private ApproveAccrual approve(int number, PersonId by, @Nullable Money limit) {
        return new ApproveAccrual(
                CLOSE, number, close.latest(AccrualPrepared.class).contentHash(), limit, by, AT);
    }

    private static DiscardAccrual discard(int number) {
        return new DiscardAccrual(CLOSE, number, "a wrong price", ANNA, AT);
    }

    private static ShipperId shipper(String id) {
        return new ShipperId(id);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
