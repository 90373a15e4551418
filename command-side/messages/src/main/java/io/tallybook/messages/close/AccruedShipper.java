package io.tallybook.messages.close;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.ShipperId;
import org.jspecify.annotations.Nullable;

/**
 * What a flash accrual books for one shipper.
 *
 * @param measured gas days at points that were recorded in full
 * @param estimated gas days at points for which the mean of the measured ones stands
 * @param byHand why a person gave these totals instead; null when they are calculated
 */
public record AccruedShipper(
        ShipperId shipper,
        AccrualTotals totals,
        int measured,
        int estimated,
        @Nullable String byHand) {
    /** Characters of {@code byHand}. */
    public static final int LONGEST_REASON = 80;

    public AccruedShipper {
        Invalid.unless(measured >= 0 && estimated >= 0, "days are not below zero");
        Invalid.unless(
                byHand == null || (!byHand.isBlank() && byHand.length() <= LONGEST_REASON),
                "a reason for figures given by hand has 1 to 80 characters");
    }
}
