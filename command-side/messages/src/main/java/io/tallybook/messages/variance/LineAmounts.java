package io.tallybook.messages.variance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a line moved in a month, and what it came to.
 *
 * @param heatingValue null where nobody said it: then no part of a variance is put down to it
 */
public record LineAmounts(
        Energy energy, Money money, @Nullable HeatingValue heatingValue) {
    private static final int ENERGY_SCALE = 6;

    /** As much per day, for a month of another length; energy and money are rounded half-up once, to their own decimals. */
    public LineAmounts forDays(int days, int ofDays) {
        if (days == ofDays) {
            return this;
        }
        BigDecimal by = BigDecimal.valueOf(days);
        BigDecimal of = BigDecimal.valueOf(ofDays);
        return new LineAmounts(
                new Energy(energy.kwh().multiply(by).divide(of, ENERGY_SCALE, RoundingMode.HALF_UP)),
                new Money(money.amount().multiply(by).divide(of, Money.SCALE, RoundingMode.HALF_UP), money.currency()),
                heatingValue);
    }

    /** Both together; the heating value only where both have the same. */
    public LineAmounts plus(LineAmounts other) {
        boolean same = heatingValue != null && heatingValue.equals(other.heatingValue);
        return new LineAmounts(energy.plus(other.energy), money.plus(other.money), same ? heatingValue : null);
    }
}
