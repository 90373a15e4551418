package io.tallybook.eventlog.fold;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.close.CloseId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the log says a close comes to.
 *
 * @param attempt the attempt the sums belong to, 0 when the close has none yet
 * @param throughPosition position of the last event that went into a sum
 * @param areas by id
 * @param shippers by id
 * @param journal empty until a journal was prepared in this attempt
 */
public record EventTotals(
        CloseId closeId,
        int attempt,
        long throughPosition,
        List<AreaTotal> areas,
        List<ShipperTotal> shippers,
        Optional<JournalTotal> journal) {

    /**
     * What an area's points recorded up to their freeze, kWh; storage change is positive into storage.
     *
     * @param estimated intervals whose figure is an estimate
     */
    public record AreaTotal(
            AreaId area, Energy receipts, Energy deliveries, Energy fuel, Energy storageChange, int estimated) {
        public Energy unaccounted() {
            return receipts.minus(deliveries).minus(fuel).minus(storageChange);
        }
    }

    /** What a shipper's valued lines add up to; MMBtu at 6 decimals; {@code cashOut} null where no imbalance was settled. */
    public record ShipperTotal(
            ShipperId shipper,
            Energy receipts,
            BigDecimal receiptsMmbtu,
            Money purchases,
            Energy deliveries,
            BigDecimal deliveriesMmbtu,
            Money sales,
            @Nullable CashOutTotals cashOut) {}

    /** What the prepared journal's lines add up to; bought and sold are the quantities behind purchases and revenue. */
    public record JournalTotal(Energy bought, Energy sold, Money debits, Money credits) {}
}
