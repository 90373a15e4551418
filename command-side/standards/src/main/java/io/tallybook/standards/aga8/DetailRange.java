package io.tallybook.standards.aga8;

import io.tallybook.standards.Flag;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Temperature;
import java.util.List;

/** What DETAIL covers: AGA 8 Part 1 section 1.4 and its table of gas characteristics. */
final class DetailRange {
    private static final Temperature NORMAL_FROM = Temperature.of(32, Temperature.Unit.F);
    private static final Temperature NORMAL_TO = Temperature.of(130, Temperature.Unit.F);
    private static final Pressure NORMAL_UP_TO = Pressure.of(1200, Pressure.Unit.PSIA);
    private static final Temperature EXPANDED_FROM = Temperature.of(-200, Temperature.Unit.F);
    private static final Temperature EXPANDED_TO = Temperature.of(400, Temperature.Unit.F);
    private static final Pressure EXPANDED_UP_TO = Pressure.of(20_000, Pressure.Unit.PSIA);

    /** Highest mole fractions, normal and expanded; butanes, pentanes and hexanes-plus are told by their sums. */
    private static final double[][] SHARES = {
        share("methane", 1, 1),
        share("nitrogen", 0.5, 1),
        share("carbon_dioxide", 0.3, 1),
        share("ethane", 0.1, 1),
        share("propane", 0.04, 0.12),
        share("isobutane", 0.01, 0.06, "n_butane"),
        share("isopentane", 0.003, 0.04, "n_pentane"),
        share("n_hexane", 0.002, 1, "n_heptane", "n_octane", "n_nonane", "n_decane"),
        share("hydrogen", 0.1, 1),
        share("oxygen", 0, 0.21),
        share("carbon_monoxide", 0.03, 0.03),
        share("water", 0.0005, 1),
        share("hydrogen_sulfide", 0.0002, 1),
        share("helium", 0.002, 0.03),
        share("argon", 0, 0.01)
    };

    private static final double METHANE_NORMAL_FROM = 0.45;
    private static final double ROUNDING = 1e-12;

    private DetailRange() {}

    private static double[] share(String component, double normal, double expanded, String... with) {
        double[] share = new double[3 + with.length];
        share[0] = normal;
        share[1] = expanded;
        share[2] = DetailTables.SET.placeOf(component);
        for (int i = 0; i < with.length; i++) {
            share[3 + i] = DetailTables.SET.placeOf(with[i]);
        }
        return share;
    }

    /** @throws OutOfRange outside −200 to 400 °F or above 20,000 psia */
    static void require(Temperature temperature, Pressure pressure) {
        OutOfRange.unless(
                temperature.compareTo(EXPANDED_FROM) >= 0 && temperature.compareTo(EXPANDED_TO) <= 0,
                "temperature",
                "AGA 8 DETAIL covers 144.26 to 477.59 K (-200 to 400 F), the temperature was " + temperature.kelvin()
                        + " K");
        OutOfRange.unless(
                pressure.compareTo(EXPANDED_UP_TO) <= 0,
                "pressure",
                "AGA 8 DETAIL covers up to 137.895 MPa (20,000 psia), the pressure was " + pressure.megapascal()
                        + " MPa");
    }

    static boolean isNormal(Temperature temperature, double pressureKpa) {
        return temperature.compareTo(NORMAL_FROM) >= 0
                && temperature.compareTo(NORMAL_TO) <= 0
                && pressureKpa <= NORMAL_UP_TO.kilopascal();
    }

    static boolean isExpanded(Temperature temperature, double pressureKpa) {
        return temperature.compareTo(EXPANDED_FROM) >= 0
                && temperature.compareTo(EXPANDED_TO) <= 0
                && pressureKpa >= 0
                && pressureKpa <= EXPANDED_UP_TO.kilopascal();
    }

    /** Flags of the state's place and of the gas's characteristics. */
    static void flag(Temperature temperature, double pressureKpa, double[] fractions, List<Flag> flags) {
        if (!isExpanded(temperature, pressureKpa)) {
            flags.add(Flag.OUTSIDE_EXPANDED_RANGE);
        } else if (!isNormal(temperature, pressureKpa)) {
            flags.add(Flag.OUTSIDE_NORMAL_RANGE);
        }
        if (exceeds(fractions, 1)) {
            flags.add(Flag.COMPOSITION_OUTSIDE_EXPANDED_RANGE);
        } else if (exceeds(fractions, 0) || fractions[0] < METHANE_NORMAL_FROM) {
            flags.add(Flag.COMPOSITION_OUTSIDE_NORMAL_RANGE);
        }
    }

    private static boolean exceeds(double[] fractions, int range) {
        for (double[] share : SHARES) {
            double sum = 0;
            for (int i = 2; i < share.length; i++) {
                sum += fractions[(int) share[i]];
            }
            if (sum > share[range] + ROUNDING) {
                return true;
            }
        }
        return false;
    }
}
