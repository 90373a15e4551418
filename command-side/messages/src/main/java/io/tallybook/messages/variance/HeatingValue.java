package io.tallybook.messages.variance;

import io.tallybook.messages.Invalid;
import java.math.BigDecimal;

/** Gross heating value of a month's gas in kWh per m³ at the point's base conditions; above zero, at most six decimals. */
public record HeatingValue(BigDecimal kwhPerM3) {
    public HeatingValue {
        kwhPerM3 = kwhPerM3.stripTrailingZeros();
        kwhPerM3 = kwhPerM3.scale() < 0 ? kwhPerM3.setScale(0) : kwhPerM3;
        Invalid.unless(
                kwhPerM3.signum() > 0 && kwhPerM3.scale() <= 6 && kwhPerM3.precision() - kwhPerM3.scale() <= 6,
                "a heating value is above 0 kWh/m³ with at most 6 decimals, was " + kwhPerM3.toPlainString());
    }
}
