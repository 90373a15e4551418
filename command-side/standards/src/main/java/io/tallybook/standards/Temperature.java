package io.tallybook.standards;

/**
 * A thermodynamic temperature.
 *
 * @param kelvin finite and above zero, K
 */
public record Temperature(double kelvin) implements Comparable<Temperature> {
    private static final double FREEZING_K = 273.15;
    private static final double FREEZING_R = 459.67;

    /** @throws InvalidInput when it is not finite or not above absolute zero */
    public Temperature {
        InvalidInput.positive("temperature", kelvin);
    }

    /** Of a value in one of the units. */
    public static Temperature of(double value, Unit unit) {
        InvalidInput.finite("temperature", value);
        return new Temperature(
                switch (unit) {
                    case K -> value;
                    case C -> value + FREEZING_K;
                    case F -> (value + FREEZING_R) / 1.8;
                    case R -> value / 1.8;
                });
    }

    /** Degrees Celsius. */
    public double celsius() {
        return kelvin - FREEZING_K;
    }

    /** Degrees Fahrenheit. */
    public double fahrenheit() {
        return kelvin * 1.8 - FREEZING_R;
    }

    /** Degrees Rankine. */
    public double rankine() {
        return kelvin * 1.8;
    }

    @Override
    public int compareTo(Temperature other) {
        return Double.compare(kelvin, other.kelvin);
    }

    /** How temperatures are told. */
    public enum Unit {
        /** Kelvin. */
        K,
        /** Degrees Celsius. */
        C,
        /** Degrees Fahrenheit. */
        F,
        /** Degrees Rankine. */
        R
    }
}
