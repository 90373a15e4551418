package io.tallybook.report.tieout;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTotals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event side of the tie-out: sums folded from the log alone. Money is in the currency of the journal.
 *
 * @param throughPosition position of the last event in a sum
 */
public record EventFigures(long throughPosition, List<Area> areas, List<Shipper> shippers, Journal journal) {
    public EventFigures {
        areas = List.copyOf(areas);
        shippers = List.copyOf(shippers);
    }

    /** kWh; storage change positive into storage; {@code estimated} intervals that stand by an estimate. */
    public record Area(
            AreaId area, Energy receipts, Energy deliveries, Energy fuel, Energy storageChange, int estimated) {
        /** Of one area's balance. */
        public static Area of(AreaId area, BalanceTotal month, int estimated) {
            return new Area(
                    area, month.receipts(), month.deliveries(), month.burnt(), month.storageChange(), estimated);
        }

        public Energy unaccounted() {
            return receipts.minus(deliveries).minus(fuel).minus(storageChange);
        }
    }

    public record Shipper(
            ShipperId shipper,
            Energy receipts,
            BigDecimal purchases,
            Energy deliveries,
            BigDecimal sales,
            @Nullable CashOutTotals cashOut) {
        /** Without imbalances. */
        public Shipper(ShipperId shipper, Energy receipts, BigDecimal purchases, Energy deliveries, BigDecimal sales) {
            this(shipper, receipts, purchases, deliveries, sales, null);
        }

        Energy settled(CashOutSide side) {
            return cashOut == null
                    ? Energy.ZERO
                    : side == CashOutSide.DUE_SHIPPER ? cashOut.dueShipper() : cashOut.duePipeline();
        }

        BigDecimal paid(CashOutSide side) {
            return cashOut == null
                    ? BigDecimal.ZERO
                    : (side == CashOutSide.DUE_SHIPPER ? cashOut.payable() : cashOut.receivable()).amount();
        }
    }

    /** Bought and sold: the quantities behind purchases and revenue. */
    public record Journal(Energy bought, Energy sold, BigDecimal debits, BigDecimal credits) {}
}
