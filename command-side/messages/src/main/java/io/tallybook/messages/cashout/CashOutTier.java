package io.tallybook.messages.cashout;

import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A band of the imbalance level, and what its gas is priced at.
 *
 * @param above in percent of what was allocated, exclusive, 0 to 9999.9999
 * @param upTo in percent, inclusive; null for no end
 * @param factor of the reference price, 0 to 9.9999
 */
public record CashOutTier(BigDecimal above, @Nullable BigDecimal upTo, BigDecimal factor) {
    private static final BigDecimal MOST_PERCENT = new BigDecimal("9999.9999");
    private static final int SCALE = 4;

    public CashOutTier {
        above = plain(above);
        upTo = upTo == null ? null : plain(upTo);
        factor = plain(factor);
        Invalid.unless(
                factor.signum() >= 0 && factor.compareTo(BigDecimal.TEN) < 0 && factor.scale() <= SCALE,
                "a cash-out factor is 0 to 9.9999, was " + factor.toPlainString());
        Invalid.unless(
                isPercent(above) && (upTo == null || isPercent(upTo)),
                "a cash-out tier lies between 0 and 9999.9999 %, at four decimals at most");
        Invalid.unless(
                upTo == null || upTo.compareTo(above) > 0,
                "a cash-out tier ends above its beginning, " + above.toPlainString() + " %");
    }

    // tiers that say the same are equal
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal cut = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return cut.scale() < 0 ? cut.setScale(0) : cut;
    }

    private static boolean isPercent(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(MOST_PERCENT) <= 0 && number.scale() <= SCALE;
    }

    /** The tier as one line of canonical words, for hashes. */
    public String canonical() {
        return above.toPlainString() + "|" + (upTo == null ? "" : upTo.toPlainString()) + "|" + factor.toPlainString();
    }
}
