package io.tallybook.messages.contract;

import io.tallybook.messages.Invalid;
import java.math.BigDecimal;

/**
 * Where a proration factor must lie, both ends included, exactly five decimals, 0 to 9.99999.
 *
 * @param low smallest factor taken
 * @param high largest factor taken
 */
public record FactorBand(BigDecimal low, BigDecimal high) {
    public static final int SCALE = 5;
    /** AER Directive 017, target range of proration factors for gas (Bulletin 2015-19). */
    public static final FactorBand STANDARD = new FactorBand(new BigDecimal("0.80000"), new BigDecimal("1.20000"));

    public FactorBand {
        Invalid.unless(
                low.signum() >= 0 && low.compareTo(high) <= 0 && high.compareTo(BigDecimal.TEN) < 0,
                "a factor band goes from a smaller to a larger number between 0 and 9.99999");
        Invalid.unless(
                low.stripTrailingZeros().scale() <= SCALE
                        && high.stripTrailingZeros().scale() <= SCALE,
                "a factor band has at most 5 decimals");
        low = low.setScale(SCALE);
        high = high.setScale(SCALE);
    }

    /** Whether {@code measured / provided} lies in the band; no rounding decides it. */
    public boolean holds(BigDecimal measured, BigDecimal provided) {
        return measured.compareTo(low.multiply(provided)) >= 0 && measured.compareTo(high.multiply(provided)) <= 0;
    }

    @Override
    public String toString() {
        return low.toPlainString() + " to " + high.toPlainString();
    }
}
