package io.tallybook.messages.close;

import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;

/**
 * What the close came to for a shipper, and the true-up: that less what was accrued.
 *
 * @param actual zero where the shipper has no statement
 * @param purchases true-up of the purchases
 * @param sales true-up of the sales
 */
public record TruedUpShipper(ShipperId shipper, AccrualTotals actual, Money purchases, Money sales) {
    /** @param accrued zero where nothing was accrued */
    public static TruedUpShipper of(ShipperId shipper, AccrualTotals accrued, AccrualTotals actual) {
        return new TruedUpShipper(
                shipper,
                actual,
                actual.purchases().plus(accrued.purchases().negate()),
                actual.sales().plus(accrued.sales().negate()));
    }
}
