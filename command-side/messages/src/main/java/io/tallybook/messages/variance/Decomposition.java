package io.tallybook.messages.variance;

import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A variance of money split into what volume, heating value and price did, in this order: the volume at the old heating value
 * and the old price, the heating value at the new volume and the old price, the price at the new volume and heating value.
 * Money is volume × heating value × price, so the three unrounded effects are the whole by algebra; rounding to money goes by
 * largest remainder, earlier effects first on a tie, so that they add up to it to the last digit. See ADR 18.
 *
 * <p>Where a heating value is not known on either side the energy's effect stands as volume and the heating value's is zero.
 */
public record Decomposition(Money volume, Money heatingValue, Money price) {
    private static final BigDecimal CENT = BigDecimal.ONE.movePointLeft(Money.SCALE);
    private static final int EFFECTS = 3;

    /**
     * The effects of going from {@code base} to {@code actual}; both are in one currency. With no energy in the base there is no
     * old price: all of it is volume.
     */
    public static Decomposition of(LineAmounts actual, LineAmounts base) {
        BigDecimal total = actual.money().amount().subtract(base.money().amount());
        String currency = actual.money().currency();
        if (base.energy().signum() == 0) {
            Money none = Money.zero(currency);
            return new Decomposition(new Money(total, currency), none, none);
        }
        BigDecimal oldEnergy = base.energy().kwh();
        BigDecimal newEnergy = actual.energy().kwh();
        BigDecimal oldMoney = base.money().amount();
        BigDecimal newMoney = actual.money().amount();
        BigDecimal oldHeat = heat(base, actual);
        BigDecimal newHeat = heat(actual, base);
        // every effect times old energy and new heating value, which makes all of them exact
        BigDecimal scale = oldEnergy.multiply(newHeat);
        BigDecimal volume = newEnergy.multiply(oldHeat).multiply(oldMoney).subtract(oldMoney.multiply(scale));
        BigDecimal heat = newEnergy.multiply(oldMoney).multiply(newHeat.subtract(oldHeat));
        BigDecimal price = newMoney.multiply(oldEnergy)
                .subtract(newEnergy.multiply(oldMoney))
                .multiply(newHeat);
        return rounded(List.of(volume, heat, price), scale, total, currency);
    }

    private static BigDecimal heat(LineAmounts of, LineAmounts other) {
        HeatingValue value = of.heatingValue();
        return value == null || other.heatingValue() == null ? BigDecimal.ONE : value.kwhPerM3();
    }

    private static Decomposition rounded(List<BigDecimal> scaled, BigDecimal scale, BigDecimal total, String currency) {
        List<BigDecimal> cents = new ArrayList<>();
        List<BigDecimal> left = new ArrayList<>();
        for (BigDecimal effect : scaled) {
            BigDecimal down = effect.divide(scale, Money.SCALE, RoundingMode.FLOOR);
            cents.add(down);
            // in units of the scale's size: all three compare alike
            left.add(effect.subtract(down.multiply(scale)).multiply(BigDecimal.valueOf(scale.signum())));
        }
        BigDecimal missing = total.subtract(cents.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
        order.sort(Comparator.comparing((Integer i) -> left.get(i)).reversed());
        for (int i = 0; i < EFFECTS && missing.signum() > 0; i++) {
            cents.set(order.get(i), cents.get(order.get(i)).add(CENT));
            missing = missing.subtract(CENT);
        }
        return new Decomposition(
                new Money(cents.get(0), currency),
                new Money(cents.get(1), currency),
                new Money(cents.get(2), currency));
    }

    /** The whole variance. */
    public Money total() {
        return volume.plus(heatingValue).plus(price);
    }
}
