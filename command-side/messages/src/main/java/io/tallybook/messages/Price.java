package io.tallybook.messages;

import java.math.BigDecimal;

/** A price per MMBtu (IT); may be negative (WTI was, on 2020-04-20). At most six decimals. */
public record Price(BigDecimal perMmbtu, String currency) {
    public Price {
        Money.requireCurrency(currency);
        perMmbtu = perMmbtu.signum() == 0 ? BigDecimal.ZERO : perMmbtu.stripTrailingZeros();
        perMmbtu = perMmbtu.scale() < 0 ? perMmbtu.setScale(0) : perMmbtu;
        Invalid.unless(perMmbtu.scale() <= 6, "a price has at most 6 decimals, was " + perMmbtu.toPlainString());
        Invalid.unless(perMmbtu.precision() - perMmbtu.scale() <= 12, "a price has at most 12 digits before the point");
    }
}
