package io.tallybook.standards;

/**
 * An absolute pressure; a gauge pressure becomes one by adding the atmosphere's.
 *
 * @param kilopascal finite and above zero, kPa
 */
public record Pressure(double kilopascal) implements Comparable<Pressure> {
    /** kPa in a pound-force per square inch: 0.45359237 kg × 9.80665 m/s² over (0.0254 m)². */
    public static final double KPA_PER_PSI = 0.45359237 * 9.80665 / (0.0254 * 0.0254) / 1000;

    /** @throws InvalidInput when it is not finite or not above zero */
    public Pressure {
        InvalidInput.positive("pressure", kilopascal);
    }

    /** Of a value in one of the units. */
    public static Pressure of(double value, Unit unit) {
        InvalidInput.finite("pressure", value);
        return new Pressure(value * unit.kilopascal);
    }

    /** Megapascals. */
    public double megapascal() {
        return kilopascal / 1000;
    }

    /** Pounds-force per square inch, absolute. */
    public double psia() {
        return kilopascal / KPA_PER_PSI;
    }

    @Override
    public int compareTo(Pressure other) {
        return Double.compare(kilopascal, other.kilopascal);
    }

    /** How absolute pressures are told. */
    public enum Unit {
        /** Pascal. */
        PA(0.001),
        /** Kilopascal. */
        KPA(1),
        /** Megapascal. */
        MPA(1000),
        /** Bar, absolute. */
        BAR(100),
        /** Pounds-force per square inch, absolute. */
        PSIA(KPA_PER_PSI);

        private final double kilopascal;

        Unit(double kilopascal) {
            this.kilopascal = kilopascal;
        }
    }
}
