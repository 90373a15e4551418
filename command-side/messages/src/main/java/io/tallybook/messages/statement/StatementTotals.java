package io.tallybook.messages.statement;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.cashout.CashOutTotals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a statement's lines. Receipts are bought from the shipper, deliveries sold to it.
 *
 * @param cashOut of the imbalances that were cashed out, null where none was
 */
public record StatementTotals(
        Energy receipts,
        BigDecimal receiptsMmbtu,
        Money purchases,
        Energy deliveries,
        BigDecimal deliveriesMmbtu,
        Money sales,
        @Nullable CashOutTotals cashOut) {
    /** Without imbalances. */
    public StatementTotals(
            Energy receipts,
            BigDecimal receiptsMmbtu,
            Money purchases,
            Energy deliveries,
            BigDecimal deliveriesMmbtu,
            Money sales) {
        this(receipts, receiptsMmbtu, purchases, deliveries, deliveriesMmbtu, sales, null);
    }
}
