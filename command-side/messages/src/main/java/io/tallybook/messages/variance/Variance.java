package io.tallybook.messages.variance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A line's month beside one base.
 *
 * @param base as it would be in a month of this one's length
 * @param total money of the month less the base's
 * @param percent of the base's money, half-up at one decimal; null of a base of nothing
 * @param effects what it is made of; they add up to it exactly
 */
public record Variance(
        VarianceBasis basis,
        LineAmounts actual,
        LineAmounts base,
        Money total,
        @Nullable BigDecimal percent,
        Decomposition effects) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Sets a month beside a base of its basis' month, per day: 28, 30 and 31 days are made alike.
     *
     * @param given what the base's whole month was
     */
    public static Variance of(AccountingPeriod period, VarianceBasis basis, LineAmounts actual, LineAmounts given) {
        LineAmounts base = given.forDays(
                period.month().lengthOfMonth(), basis.monthFor(period).month().lengthOfMonth());
        Decomposition effects = Decomposition.of(actual, base);
        BigDecimal of = base.money().amount();
        BigDecimal percent = of.signum() == 0
                ? null
                : effects.total().amount().multiply(HUNDRED).divide(of.abs(), 1, RoundingMode.HALF_UP);
        return new Variance(basis, actual, base, effects.total(), percent, effects);
    }

    public Energy energy() {
        return actual.energy().minus(base.energy());
    }

    public boolean breaches(VarianceThreshold threshold) {
        return threshold.isReachedBy(total.amount(), base.money().amount());
    }
}
