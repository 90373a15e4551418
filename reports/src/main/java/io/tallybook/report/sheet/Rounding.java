package io.tallybook.report.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounding formulas that come to the house's figure in every engine. Spreadsheets count in binary with 15 decimal digits: a
 * product that lies on the edge between two roundings may fall to the wrong side there. Such a formula, one in many
 * thousands, carries a term far below the last digit that holds it on the right side.
 */
public final class Rounding {
    /** An edge is as wide as what 15 digits cannot tell apart, doubled. */
    private static final BigDecimal BLUR = new BigDecimal("1e-14");

    private Rounding() {}

    /**
     * {@code ROUND(formula, decimals)}.
     *
     * @param exact what the formula comes to, unrounded or with many more decimals than {@code decimals}
     */
    public static String of(String formula, BigDecimal exact, int decimals) {
        BigDecimal size = exact.abs();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal edge = size.setScale(decimals, RoundingMode.DOWN).add(unit.multiply(new BigDecimal("0.5")));
        BigDecimal past = size.subtract(edge);
        BigDecimal blur = size.multiply(BLUR, MathContext.DECIMAL64);
        if (size.signum() == 0 || past.abs().compareTo(blur) >= 0) {
            return "ROUND(" + formula + "," + decimals + ")";
        }
        // away from the edge, by the next power of ten above the blur
        BigDecimal held = BigDecimal.ONE.scaleByPowerOfTen(blur.precision() - blur.scale());
        boolean up = (past.signum() >= 0) == (exact.signum() > 0);
        return "ROUND(" + formula + (up ? "+" : "-") + held.toPlainString() + "," + decimals + ")";
    }
}
