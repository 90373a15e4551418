package io.tallybook.messages;

import java.math.BigDecimal;

/** A share of one with exactly eight decimals, as in a division of interest; 0 to 1. */
public record Share(BigDecimal value) {
    public static final int SCALE = 8;
    public static final Share ONE = new Share(BigDecimal.ONE);

    public Share {
        Invalid.unless(
                value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0,
                "a share lies between 0 and 1, was " + value.toPlainString());
        Invalid.unless(
                value.stripTrailingZeros().scale() <= SCALE, "a share has 8 decimals, was " + value.toPlainString());
        value = value.setScale(SCALE);
    }

    public static Share of(String value) {
        return new Share(new BigDecimal(value));
    }
}
