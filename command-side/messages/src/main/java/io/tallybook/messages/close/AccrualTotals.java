package io.tallybook.messages.close;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.statement.StatementTotals;

/**
 * A shipper's month in energy and money, of an accrual or beside one. Receipts are bought from the shipper, deliveries sold to
 * it; imbalances that are cashed out are in neither.
 */
public record AccrualTotals(Energy receipts, Money purchases, Energy deliveries, Money sales) {
    public AccrualTotals {
        Invalid.unless(
                purchases.currency().equals(sales.currency()), "purchases and sales of a shipper are in one currency");
    }

    public static AccrualTotals of(StatementTotals totals) {
        return new AccrualTotals(totals.receipts(), totals.purchases(), totals.deliveries(), totals.sales());
    }

    public static AccrualTotals none(String currency) {
        return new AccrualTotals(Energy.ZERO, Money.zero(currency), Energy.ZERO, Money.zero(currency));
    }

    public String currency() {
        return purchases.currency();
    }

    /** As a journal takes them. */
    public StatementTotals asStatement() {
        return new StatementTotals(receipts, receipts.mmbtu(), purchases, deliveries, deliveries.mmbtu(), sales);
    }
}
