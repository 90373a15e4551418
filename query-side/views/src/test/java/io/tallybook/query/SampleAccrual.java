package io.tallybook.query;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.AccrualApproved;
import io.tallybook.messages.close.CloseCycleEvent.AccrualDiscarded;
import io.tallybook.messages.close.CloseCycleEvent.AccrualFailed;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.TruedUpShipper;
import java.math.BigDecimal;
import java.util.List;

/** Accruals of a sample's close, told one after the other. */
final class SampleAccrual {
    static final ShipperId NEWCOMER = new ShipperId("newcomer");

    private static final PersonId BOB = new PersonId("bob");
    private static final AccountMapId ACCOUNTS = new AccountMapId("accounts");

    private final Sample sample;

    private SampleAccrual(Sample sample) {
        this.sample = sample;
    }

    static SampleAccrual of(Sample sample) {
        return new SampleAccrual(sample);
    }

    SampleAccrual prepared(int number, AccruedShipper... shippers) {
        return told(new AccrualPrepared(
                sample.close, number, List.of(shippers), ACCOUNTS, 17, hash(number), "two days", Sample.ANN));
    }

    SampleAccrual discarded(int number) {
        return told(new AccrualDiscarded(sample.close, number, "a wrong price", BOB));
    }

    SampleAccrual released(int number, AccruedShipper... shippers) {
        return told(new AccrualApproved(sample.close, number, hash(number), BOB, null))
                .told(new AccrualReleased(
                        sample.close,
                        number,
                        sample.close.period().next(),
                        List.of(shippers),
                        ACCOUNTS,
                        hash(number),
                        List.of(Sample.ANN, BOB)));
    }

    SampleAccrual failed(int number) {
        return told(new AccrualFailed(sample.close, number, "no account is mapped"));
    }

    /** The month came to this much for the first; another had not been accrued. */
    SampleAccrual truedUp(int number, AccruedShipper first, String actual) {
        return told(new AccrualTrueUpCalculated(
                sample.close,
                1,
                number,
                List.of(
                        TruedUpShipper.of(first.shipper(), first.totals(), totals(actual, 1_100)),
                        TruedUpShipper.of(NEWCOMER, AccrualTotals.none("USD"), totals("5.00", 10)))));
    }

    /** The attempt after it, with one shipper only. */
    SampleAccrual truedUpAlone(int number, AccruedShipper first, String actual) {
        return told(new AccrualTrueUpCalculated(
                sample.close,
                2,
                number,
                List.of(TruedUpShipper.of(first.shipper(), first.totals(), totals(actual, 1_100)))));
    }

    /** Bought and sold for that amount. */
    static AccruedShipper accrued(ShipperId shipper, String amount) {
        return new AccruedShipper(shipper, totals(amount, 1_000), 29, 2, "as agreed");
    }

    private static AccrualTotals totals(String amount, long kwh) {
        Energy energy = Energy.ofKwh(kwh);
        Money money = new Money(new BigDecimal(amount), "USD");
        return new AccrualTotals(energy, money, energy, money);
    }

    private static Sha256 hash(int number) {
        return Sha256.of("accrual " + number);
    }

    private SampleAccrual told(CloseCycleEvent event) {
        sample.told.by(sample.close, event);
        return this;
    }
}
