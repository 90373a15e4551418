package io.tallybook.standards.api11;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Standard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * API MPMS 11.1-2004 (Adjunct to ASTM D1250-04): volume correction of crude oil, refined products and lubricating oils to
 * 60 °F and 0 psig, procedure 11.1.6.1, and from an observed density, 11.1.6.2. Pure functions. NGL and LPG are for GPA TP-27,
 * which is not here.
 */
public final class Api11 {
    private static final String TABLE = "api_11_1";
    private static final String OBSERVED = "observedDensityKgPerM3";
    private static final Coefficients FILES = Coefficients.of(TABLE);

    public static final Standard STANDARD = new Standard("api-11-1", "API MPMS 11.1-2004", "1.1.0", FILES.sha256Hex());

    private static final double DELTA_60 = 0.01374979547;
    private static final double BASE_F = 60.0068749;
    private static final double SCALE = 630;
    private static final double[] ITS90 = {
        -0.148759, -0.267408, 1.080760, 1.269056, -4.089591, -1.871251, 7.438081, -3.536296
    };
    private static final double WATER_KG_PER_M3 = 999.016;
    private static final double LOWEST_F = -58;
    private static final double HIGHEST_F = 302;
    private static final double HIGHEST_PSIG = 1500;
    private static final int CTPL_DECIMALS = 5;
    /** Of the observed density, within which a solution gives it back. */
    private static final double NEAR = 1e-12;

    private static final int MOST_STEPS = 100;

    private Api11() {}

    /** A commodity group, with the coefficients of its thermal expansion. */
    public enum Group {
        CRUDE,
        FUEL_OIL,
        JET,
        TRANSITION,
        GASOLINE,
        LUBE;

        private static final List<Group> REFINED = List.of(GASOLINE, TRANSITION, JET, FUEL_OIL);

        private final double from;
        private final double below;
        private final double k0;
        private final double k1;
        private final double k2;

        Group() {
            Map<String, String> row = FILES.rows(TABLE).stream()
                    .filter(it -> name().toLowerCase(Locale.ROOT).equals(it.get("group")))
                    .findFirst()
                    .orElseThrow();
            from = Coefficients.number(row, "from_kg_m3");
            below = Coefficients.number(row, "below_kg_m3");
            k0 = Coefficients.number(row, "k0");
            k1 = Coefficients.number(row, "k1");
            k2 = Coefficients.number(row, "k2");
        }

        private boolean has(double density) {
            return density >= from && density < below;
        }

        /** Whether some base density of the group is that density at flowing conditions. */
        private boolean flowsAt(double fahrenheit, double psig, double equilibriumPsig, double observed) {
            return correction(this, fahrenheit, psig, equilibriumPsig, from).flowingDensityKgPerM3() <= observed
                    && observed
                            <= correction(this, fahrenheit, psig, equilibriumPsig, Math.nextDown(below))
                                    .flowingDensityKgPerM3();
        }

        /**
         * The group of a refined product by its base density in kg/m³.
         *
         * @throws OutOfRange when the standard has none of that density
         */
        public static Group refined(double density) {
            InvalidInput.positive("baseDensityKgPerM3", density);
            for (Group group : REFINED) {
                if (group.has(density)) {
                    return group;
                }
            }
            throw new OutOfRange(
                    "baseDensityKgPerM3", "refined products have 610.6 to 1163.5 kg/m3 at 60 F, this was " + density);
        }
    }

    /** Base density of an API gravity at 60 °F, kg/m³. */
    public static double density(double apiGravity) {
        InvalidInput.finite("apiGravity", apiGravity);
        InvalidInput.unless(apiGravity > -131.5, "apiGravity", "an API gravity is above -131.5");
        return 141.5 / (131.5 + apiGravity) * WATER_KG_PER_M3;
    }

    /** Base density of a relative density at 60 °F, kg/m³. */
    public static double densityOfRelative(double relativeDensity) {
        return InvalidInput.positive("relativeDensity", relativeDensity) * WATER_KG_PER_M3;
    }

    /**
     * The correction from flowing conditions to 60 °F and 0 psig.
     *
     * @param fahrenheit flowing temperature, °F
     * @param psig flowing pressure, psig; below the equilibrium pressure it corrects nothing
     * @param equilibriumPsig Pe, psig, 0 for what is not volatile
     * @param baseDensity at 60 °F and 0 psig, kg/m³
     * @throws OutOfRange outside −58 to 302 °F, above 1500 psig, or when the group has no such density
     */
    public static VolumeCorrection correction(
            Group group, double fahrenheit, double psig, double equilibriumPsig, double baseDensity) {
        InvalidInput.finite("temperatureF", fahrenheit);
        InvalidInput.finite("pressurePsig", psig);
        InvalidInput.notNegative("equilibriumPressurePsig", equilibriumPsig);
        InvalidInput.positive("baseDensityKgPerM3", baseDensity);
        OutOfRange.unless(
                fahrenheit >= LOWEST_F && fahrenheit <= HIGHEST_F,
                "temperatureF",
                "API MPMS 11.1 covers -58 to 302 F, the temperature was " + fahrenheit);
        OutOfRange.unless(
                psig <= HIGHEST_PSIG, "pressurePsig", "API MPMS 11.1 covers up to 1500 psig, the pressure was " + psig);
        OutOfRange.unless(
                group.has(baseDensity),
                "baseDensityKgPerM3",
                group + " has " + group.from + " to " + group.below + " kg/m3 at 60 F, the density was " + baseDensity);
        double shifted = its68(fahrenheit);
        double density = shiftedDensity(group, baseDensity);
        double alpha = (group.k0 / density + group.k1) / density + group.k2;
        double off = shifted - BASE_F;
        double ctl = Math.exp(-alpha * off * (1 + 0.8 * alpha * (off + DELTA_60)));
        double compressibility =
                Math.exp(-1.9947 + 0.00013427 * shifted + (793_920 + 2326 * shifted) / (density * density));
        double above = Math.max(psig - equilibriumPsig, 0);
        double cpl = 1 / (1 - 1e-5 * compressibility * above);
        List<Flag> flags = new ArrayList<>(1);
        if (psig < equilibriumPsig) {
            flags.add(Flag.NO_PRESSURE_CORRECTION);
        }
        return new VolumeCorrection(
                STANDARD,
                group,
                baseDensity,
                shifted,
                density,
                alpha,
                compressibility,
                ctl,
                cpl,
                ctl * cpl,
                BigDecimal.valueOf(ctl * cpl).setScale(CTPL_DECIMALS, RoundingMode.HALF_UP),
                baseDensity * ctl * cpl,
                flags);
    }

    /**
     * The same from a density observed at flowing conditions: of the base density whose correction gives it back. What a glass
     * hydrometer expands by is taken out before.
     *
     * @param observedDensity at flowing conditions, kg/m³
     * @throws OutOfRange as {@link #correction}, or when no base density of the group is the observed one there
     * @throws CalculationFailed when none is found within the bound of steps
     */
    public static VolumeCorrection ofObserved(
            Group group, double fahrenheit, double psig, double equilibriumPsig, double observedDensity) {
        InvalidInput.positive(OBSERVED, observedDensity);
        OutOfRange.unless(
                group.flowsAt(fahrenheit, psig, equilibriumPsig, observedDensity),
                OBSERVED,
                group + " has no base density that is " + observedDensity + " kg/m3 at these conditions");
        double low = group.from;
        double high = Math.nextDown(group.below);
        for (int step = 0; step < MOST_STEPS; step++) {
            double base =
                    (low + high) / 2; // substitution hardly converges where the expansion falls fast with the density
            VolumeCorrection at = correction(group, fahrenheit, psig, equilibriumPsig, base);
            double off = observedDensity - at.flowingDensityKgPerM3();
            if (Math.abs(off) <= NEAR * observedDensity) {
                return at;
            }
            low = off > 0 ? base : low;
            high = off > 0 ? high : base;
        }
        throw new CalculationFailed(OBSERVED, "no base density was found for " + observedDensity + " kg/m3");
    }

    /**
     * The group of a refined product by a density observed at flowing conditions.
     *
     * @throws OutOfRange when no group has a base density that is the observed one there
     */
    public static Group refined(double fahrenheit, double psig, double equilibriumPsig, double observedDensity) {
        InvalidInput.positive(OBSERVED, observedDensity);
        return Group.REFINED.stream()
                .filter(group -> group.flowsAt(fahrenheit, psig, equilibriumPsig, observedDensity))
                .findFirst()
                .orElseThrow(() -> new OutOfRange(
                        OBSERVED,
                        "no refined product has a base density that is " + observedDensity
                                + " kg/m3 at these conditions"));
    }

    /** Step 1: from ITS-90 to IPTS-68, °F. */
    static double its68(double fahrenheit) {
        double celsius = (fahrenheit - 32) / 1.8;
        double tau = celsius / SCALE;
        double shift = 0;
        for (int i = ITS90.length - 1; i >= 0; i--) {
            shift = (shift + ITS90[i]) * tau;
        }
        return 1.8 * (celsius - shift) + 32;
    }

    /** Step 2: the base density at 60 °F of IPTS-68. */
    private static double shiftedDensity(Group group, double density) {
        double a = DELTA_60 / 2 * ((group.k0 / density + group.k1) / density + group.k2);
        double b = (2 * group.k0 + group.k1 * density) / (group.k0 + (group.k1 + group.k2 * density) * density);
        return density * (1 + (Math.exp(a * (1 + 0.8 * a)) - 1) / (1 + a * (1 + 1.6 * a) * b));
    }
}
