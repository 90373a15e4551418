package io.tallybook.query.accrual;

import io.tallybook.messages.Money;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import org.jspecify.annotations.Nullable;

/**
 * What is accrued for one shipper.
 *
 * @param accrued in a line that only the actual figures have: zero
 * @param actual what the close's last attempt came to; null before it has a journal
 */
public record AccrualLineView(
        AccruedShipper accrued,
        String shipperName,
        @Nullable AccrualTotals actual) {
    /** Actual purchases less accrued ones. */
    public @Nullable Money purchasesTrueUp() {
        return actual == null
                ? null
                : actual.purchases().plus(accrued.totals().purchases().negate());
    }

    /** Actual sales less accrued ones. */
    public @Nullable Money salesTrueUp() {
        return actual == null
                ? null
                : actual.sales().plus(accrued.totals().sales().negate());
    }
}
