package io.tallybook.messages.variance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final MathContext FINE = new MathContext(60);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void splitsAVarianceIntoVolumeHeatingValueAndPriceInThatOrder() {
        // 100 m³ × 10 kWh/m³ × 2.00/kWh = 2,000; 110 m³ × 11 kWh/m³ × 2.50/kWh = 3,025
        Decomposition effects = Decomposition.of(line("1210", "3025", "11"), line("1000", "2000", "10"));

        assertThat(effects).isEqualTo(new Decomposition(usd("200.00"), usd("220.00"), usd("605.00")));
        assertThat(effects.total()).isEqualTo(usd("1025.00"));
    }

    @Test
    void putsNothingDownToAHeatingValueNobodySaid() {
        Decomposition effects = Decomposition.of(line("1210", "3025", null), line("1000", "2000", "10"));

        assertThat(effects).isEqualTo(new Decomposition(usd("420.00"), usd("0.00"), usd("605.00")));
    }

    @Test
    void roundsByLargestRemainderSoThatNothingIsLeftOver() {
        // thirds of a cent each way
        Decomposition effects = Decomposition.of(line("2", "1.00", "3"), line("3", "0.50", "7"));

        assertThat(effects.total()).isEqualTo(usd("0.50"));
        // exact: 0.5×(2×7/(3×3)−1) = 0.2777…, 2×0.5/3×(3−7)/3 = −0.4444…, 1−2×0.5/3 = 0.6666…
        assertThat(effects).isEqualTo(new Decomposition(usd("0.28"), usd("-0.45"), usd("0.67")));
    }

    @Test
    void isAllVolumeWhereTheBaseHadNoEnergy() {
        assertThat(Decomposition.of(line("5", "7.00", "11"), line("0", "0.00", null)))
                .isEqualTo(new Decomposition(usd("7.00"), usd("0.00"), usd("0.00")));
        assertThat(Decomposition.of(line("0", "0.00", null), line("5", "7.00", "11")))
                .isEqualTo(new Decomposition(usd("-7.00"), usd("0.00"), usd("0.00")));
    }

    /** The residual is exactly 0, and each effect is within a cent of what it would be unrounded, whatever the figures. */
    @Test
    void effectsAddUpToTheVarianceToTheLastDigitOfAnyFigures() {
        long seed = 20241104L;
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
        for (int i = 0; i < 20_000; i++) {
            LineAmounts base = any(random);
            LineAmounts actual = any(random);
            Decomposition effects = Decomposition.of(actual, base);

            BigDecimal total = actual.money().amount().subtract(base.money().amount());
            assertThat(effects.total().amount())
                    .as("seed %d, %s from %s", seed, actual, base)
                    .isEqualByComparingTo(total);
            if (base.energy().signum() != 0) {
                assertThat(effects.price()
                                .amount()
                                .subtract(price(actual, base))
                                .abs())
                        .as("seed %d, %s from %s", seed, actual, base)
                        .isLessThanOrEqualTo(CENT);
            }
        }
    }

    private static BigDecimal price(LineAmounts actual, LineAmounts base) {
        BigDecimal atOldPrice = actual.energy()
                .kwh()
                .multiply(base.money().amount())
                .divide(base.energy().kwh(), FINE);
        return actual.money().amount().subtract(atOldPrice);
    }

    private static LineAmounts any(RandomGenerator random) {
        BigDecimal energy = BigDecimal.valueOf(random.nextLong(0, 1_000_000_000_000L), random.nextInt(0, 7));
        BigDecimal money = BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000_000L), 2);
        boolean known = random.nextInt(4) > 0;
        return new LineAmounts(
                new Energy(random.nextInt(20) == 0 ? BigDecimal.ZERO : energy),
                new Money(money, "USD"),
                known ? new HeatingValue(BigDecimal.valueOf(random.nextLong(1, 20_000_000), 6)) : null);
    }

    private static LineAmounts line(String kwh, String money, @Nullable String heat) {
        return new LineAmounts(
                new Energy(new BigDecimal(kwh)),
                usd(money),
                heat == null ? null : new HeatingValue(new BigDecimal(heat)));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
