package io.tallybook.messages;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Energy in kWh. May be negative where it is a difference or a signed total; a recorded quantity is never negative, its
 * sign is its {@link Direction}. At most six decimals; equal amounts are equal records (trailing zeros are cut).
 */
public record Energy(BigDecimal kwh) implements Comparable<Energy> {
    public static final Energy ZERO = new Energy(BigDecimal.ZERO);
    /** Decimals of an energy in MMBtu. */
    public static final int MMBTU_SCALE = 6;
    // 1 MMBtu(IT) = 1055.05585262 MJ and 1 kWh = 3.6 MJ, both exact (ISO 80000-5, International Table Btu)
    private static final BigDecimal MJ_PER_KWH = new BigDecimal("3.6");
    private static final BigDecimal MJ_PER_MMBTU = new BigDecimal("1055.05585262");

    public Energy {
        kwh = kwh.signum() == 0 ? BigDecimal.ZERO : kwh.stripTrailingZeros();
        kwh = kwh.scale() < 0 ? kwh.setScale(0) : kwh;
        Invalid.unless(kwh.scale() <= 6, "energy has at most 6 decimals of a kWh, was " + kwh.toPlainString());
        Invalid.unless(kwh.precision() - kwh.scale() <= 18, "energy has at most 18 digits before the point");
    }

    public static Energy ofKwh(long kwh) {
        return new Energy(BigDecimal.valueOf(kwh));
    }

    public Energy plus(Energy other) {
        return new Energy(kwh.add(other.kwh));
    }

    public Energy minus(Energy other) {
        return new Energy(kwh.subtract(other.kwh));
    }

    public Energy negate() {
        return new Energy(kwh.negate());
    }

    public Energy abs() {
        return new Energy(kwh.abs());
    }

    public int signum() {
        return kwh.signum();
    }

    /** In MMBtu (IT), rounded half-up once to 6 decimals. */
    public BigDecimal mmbtu() {
        return kwh.multiply(MJ_PER_KWH).divide(MJ_PER_MMBTU, MMBTU_SCALE, RoundingMode.HALF_UP);
    }

    /** The energy of an amount in MMBtu, rounded half-up once to 6 decimals of a kWh. */
    public static Energy ofMmbtu(BigDecimal mmbtu) {
        return new Energy(mmbtu.multiply(MJ_PER_MMBTU).divide(MJ_PER_KWH, 6, RoundingMode.HALF_UP));
    }

    /** {@code price × energy} at 2 decimals, half-up, once, from the unrounded kWh. */
    public Money at(Price price) {
        return at(price, BigDecimal.ONE);
    }

    /** {@code price × factor × energy}, likewise: price and factor are not rounded before. */
    public Money at(Price price, BigDecimal factor) {
        return new Money(
                kwh.multiply(MJ_PER_KWH)
                        .multiply(price.perMmbtu())
                        .multiply(factor)
                        .divide(MJ_PER_MMBTU, Money.SCALE, RoundingMode.HALF_UP),
                price.currency());
    }

    @Override
    public int compareTo(Energy other) {
        return kwh.compareTo(other.kwh);
    }

    @Override
    public String toString() {
        return kwh.toPlainString() + " kWh";
    }
}
