package io.tallybook.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void equalEnergiesAreEqualHoweverTheyAreWritten() {
        assertThat(energy("1.500")).isEqualTo(energy("1.5")).hasSameHashCodeAs(energy("1.5"));
        assertThat(energy("1E+3")).isEqualTo(Energy.ofKwh(1000));
        assertThat(energy("0.000")).isEqualTo(Energy.ZERO);
        assertThat(energy("1E+3").kwh().toPlainString()).isEqualTo("1000");
        assertThat(Energy.ofKwh(1000)).hasToString("1000 kWh");
    }

    @Test
    void energyHasSixDecimalsAnd18DigitsAndNotOneMore() {
        energy("0.000001");
        energy("999999999999999999");
        assertThatThrownBy(() -> energy("0.0000001")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> energy("1000000000000000000")).isInstanceOf(Invalid.class);
    }

    @Test
    void anMmbtuIsAnExactNumberOfKilowattHours() {
        // 1 MMBtu(IT) = 1055.05585262 MJ / 3.6 MJ per kWh = 293.0710701722... kWh (ISO 80000-5)
        assertThat(Energy.ofMmbtu(BigDecimal.ONE)).isEqualTo(energy("293.07107"));
        assertThat(Energy.ofKwh(105_505_585_262L).mmbtu()).isEqualByComparingTo("360000000");
        assertThat(Energy.ofKwh(1).mmbtu()).isEqualTo(new BigDecimal("0.003412"));
        assertThat(Energy.ofKwh(-1).mmbtu()).isEqualTo(new BigDecimal("-0.003412"));
    }

    @Test
    void moneyIsRoundedOnceHalfUpFromTheUnroundedEnergy() {
        // 1 kWh is 0.0034121416... MMBtu; rounded to six decimals first it would come to 3412.00
        assertThat(Energy.ofKwh(1).at(price("1000000"))).isEqualTo(money("3412.14"));
        Energy tenMmbtu = energy("2930.710702");
        assertThat(tenMmbtu.at(price("0.0005"))).isEqualTo(money("0.01"));
        assertThat(tenMmbtu.negate().at(price("0.0005"))).isEqualTo(money("-0.01"));
        assertThat(tenMmbtu.at(price("0.00049"))).isEqualTo(money("0.00"));
        // exactly 180 MMBtu, hence exactly half a cent, beside an even cent
        assertThat(energy("52752.792631").at(price("0.00025"))).isEqualTo(money("0.05"));
    }

    @Test
    void valuingBothWaysIsSymmetric() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 1000; i++) {
            Energy energy = Energy.ofKwh(random.nextLong(1_000_000_000L));
            Price price = new Price(BigDecimal.valueOf(random.nextInt(100_000), 4), "USD");
            assertThat(energy.negate().at(price))
                    .as("seed 11, run %d: %s at %s", i, energy, price)
                    .isEqualTo(energy.at(price).negate());
        }
    }

    @Test
    void moneyHasTwoDecimalsOneCurrencyAndNeverRounds() {
        assertThat(money("1.5").amount()).isEqualTo(new BigDecimal("1.50"));
        assertThat(money("1.500")).isEqualTo(money("1.5"));
        assertThat(money("1").plus(money("2.25"))).isEqualTo(money("3.25"));
        assertThatThrownBy(() -> money("1.005")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> money("1").plus(new Money(BigDecimal.ONE, "EUR")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "usd")).isInstanceOf(Invalid.class);
    }

    @Test
    void aPriceMayBeNegativeAndHasSixDecimals() {
        assertThat(price("-37.63").perMmbtu()).isEqualByComparingTo("-37.63");
        assertThat(price("2.50")).isEqualTo(price("2.5"));
        assertThat(price("1E+2").perMmbtu().toPlainString()).isEqualTo("100");
        price("999999999999.000001");
        assertThatThrownBy(() -> price("0.0000001")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> price("1000000000000")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Price(BigDecimal.ONE, "US")).isInstanceOf(Invalid.class);
    }

    @Test
    void aShareLiesBetweenZeroAndOneWithEightDecimals() {
        assertThat(Share.of("0.5").value()).isEqualTo(new BigDecimal("0.50000000"));
        assertThat(Share.of("1")).isEqualTo(Share.ONE);
        Share.of("0.00000001");
        assertThatThrownBy(() -> Share.of("0.000000001")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Share.of("1.00000001")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Share.of("-0.1")).isInstanceOf(Invalid.class);
    }

    @Test
    void aDirectionIsTheSignOfAQuantity() {
        assertThat(Direction.of(Energy.ofKwh(-1))).isEqualTo(Direction.DELIVERY);
        assertThat(Direction.of(Energy.ZERO)).isEqualTo(Direction.RECEIPT);
        assertThat(Direction.DELIVERY.sign(Energy.ofKwh(3))).isEqualTo(Energy.ofKwh(-3));
        assertThat(Direction.RECEIPT.sign(Energy.ofKwh(3))).isEqualTo(Energy.ofKwh(3));
    }

    private static Energy energy(String kwh) {
        return new Energy(new BigDecimal(kwh));
    }

    private static Price price(String perMmbtu) {
        return new Price(new BigDecimal(perMmbtu), "USD");
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
