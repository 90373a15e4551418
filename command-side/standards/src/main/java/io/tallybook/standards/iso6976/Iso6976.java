package io.tallybook.standards.iso6976;

import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Standard;
import io.tallybook.standards.gas.ComponentSet;
import io.tallybook.standards.gas.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** ISO 6976:2016: calorific values, density, relative density and Wobbe indices from composition. Pure functions. */
public final class Iso6976 {
    private static final String TABLE = "iso6976_2016_secondary";
    private static final Coefficients FILES = Coefficients.of(TABLE);

    public static final Standard STANDARD = new Standard("iso6976", "ISO 6976:2016", "1.0.0", FILES.sha256Hex());

    private static final ComponentSet SET = ComponentSet.of(
            "ISO 6976",
            FILES.rows(TABLE).stream()
                    .map(row -> Objects.requireNonNull(row.get("component")))
                    .toList());

    /** J/(mol·K), clause 3 and Annex A. */
    private static final double R = 8.3144621;

    private static final double AIR_MOLAR_MASS = 28.96546;
    private static final double STANDARD_KPA = 101.325;
    private static final double LOWEST_KPA = 90;
    private static final double HIGHEST_KPA = 110;
    private static final double LOWEST_Z = 0.9;

    private static final double[] MOLAR_MASS = FILES.column(TABLE, "M");
    private static final double[] HYDROGEN_ATOMS = FILES.column(TABLE, "nH");

    private Iso6976() {}

    /** The reference temperatures of Tables 1 to 3. */
    public enum Reference {
        C0(0, 273.15, "0C", 0.999419, 45.064),
        C15(15, 288.15, "15C", 0.999595, 44.431),
        C15_55(15.55, 288.70, "15_55C", 0.999601, 44.408),
        C20(20, 293.15, "20C", 0.999645, 44.222),
        /** Of combustion only. */
        C25(25, 298.15, "25C", Double.NaN, 44.013);

        private final double celsius;
        private final double kelvin;
        private final double airZ;
        private final double vaporisation;
        private final double[] summation;
        private final double[] heat;

        Reference(double celsius, double kelvin, String column, double airZ, double vaporisation) {
            this.celsius = celsius;
            this.kelvin = kelvin;
            this.airZ = airZ;
            this.vaporisation = vaporisation;
            heat = FILES.column(TABLE, "Hc_" + column);
            summation = Double.isNaN(airZ) ? new double[0] : FILES.column(TABLE, "s_" + column);
        }

        /** °C, as the tables name it. */
        public double celsius() {
            return celsius;
        }

        /** K. */
        public double kelvin() {
            return kelvin;
        }

        /** Whether Table 2 has summation factors for it. */
        public boolean isOfMetering() {
            return summation.length > 0;
        }
    }

    /** The components of Table 1. */
    public static ComponentSet components() {
        return SET;
    }

    /**
     * The properties of a gas.
     *
     * @param combustion reference temperature t₁
     * @param metering reference temperature t₂, not 25 °C
     * @param pressure metering reference p₂
     * @throws OutOfRange when p₂ is not within 90 to 110 kPa, where the summation factors hold (clause 7)
     */
    public static Iso6976Properties of(
            Composition composition, Reference combustion, Reference metering, Pressure pressure) {
        InvalidInput.unless(
                metering.isOfMetering(), "meteringTemperature", "ISO 6976 has no metering reference of 25 C");
        double kpa = pressure.kilopascal();
        OutOfRange.unless(
                kpa >= LOWEST_KPA && kpa <= HIGHEST_KPA,
                "pressure",
                "ISO 6976 has metering references of 90 to 110 kPa, the pressure was " + kpa + " kPa");
        double[] x = composition.in(SET);
        double mass = sum(x, MOLAR_MASS);
        double summation = sum(x, metering.summation);
        double z = 1 - kpa / STANDARD_KPA * summation * summation;
        double gross = sum(x, combustion.heat);
        double net = gross - sum(x, HYDROGEN_ATOMS) / 2 * combustion.vaporisation;
        double idealVolume = R * metering.kelvin / kpa;
        double airZ = 1 - kpa / STANDARD_KPA * (1 - metering.airZ);
        double relative = mass / AIR_MOLAR_MASS;
        return properties(
                new Sums(composition.rawSum(), mass, summation, z, gross, net, idealVolume, airZ, relative),
                flags(composition, z));
    }

    /** What the other figures are made of; volumes in dm³/mol. */
    private record Sums(
            double rawSum,
            double molarMass,
            double summation,
            double z,
            double gross,
            double net,
            double idealVolume,
            double airZ,
            double idealRelativeDensity) {}

    private static Iso6976Properties properties(Sums s, List<Flag> flags) {
        double volume = s.z * s.idealVolume;
        double relative = s.idealRelativeDensity * s.airZ / s.z;
        return new Iso6976Properties(
                STANDARD,
                s.rawSum,
                s.molarMass,
                s.summation,
                s.z,
                s.airZ,
                s.idealVolume,
                volume,
                s.gross,
                s.net,
                s.gross / s.molarMass,
                s.net / s.molarMass,
                s.gross / s.idealVolume,
                s.net / s.idealVolume,
                s.gross / volume,
                s.net / volume,
                s.molarMass / s.idealVolume,
                s.molarMass / volume,
                s.idealRelativeDensity,
                relative,
                s.gross / s.idealVolume / Math.sqrt(s.idealRelativeDensity),
                s.net / s.idealVolume / Math.sqrt(s.idealRelativeDensity),
                s.gross / volume / Math.sqrt(relative),
                s.net / volume / Math.sqrt(relative),
                flags);
    }

    private static List<Flag> flags(Composition composition, double z) {
        List<Flag> flags = new ArrayList<>(2);
        if (composition.isNormalised()) {
            flags.add(Flag.COMPOSITION_NORMALISED);
        }
        if (z < LOWEST_Z) {
            flags.add(Flag.COMPRESSIBILITY_UNUSUAL);
        }
        return flags;
    }

    private static double sum(double[] x, double[] of) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * of[i];
        }
        return sum;
    }
}
