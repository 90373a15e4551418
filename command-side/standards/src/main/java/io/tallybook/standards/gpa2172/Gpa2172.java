package io.tallybook.standards.gpa2172;

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

/**
 * GPA 2172 (API MPMS 14.5): gross heating value, relative density, compressibility factor and theoretical liquids at 60 °F,
 * by the constants of GPA 2145. Pure functions.
 */
public final class Gpa2172 {
    private static final String TABLE = "gpa2145_16_secondary";
    private static final Coefficients FILES = Coefficients.of(TABLE);

    public static final Standard STANDARD =
            new Standard("gpa2172", "GPA 2172-09 (API MPMS 14.5) with GPA 2145-16", "1.0.0", FILES.sha256Hex());

    private static final ComponentSet SET = ComponentSet.of(
            "GPA 2145",
            FILES.rows(TABLE).stream()
                    .map(row -> Objects.requireNonNull(row.get("component")))
                    .toList());

    /** psia, of GPA 2145. */
    public static final double TABLE_BASE_PSIA = 14.696;

    /** Vapour pressure of water at 60 °F, psia. */
    public static final double WATER_VAPOUR_PSIA = 0.25611;

    private static final double AIR_MOLAR_MASS = 28.9625;
    /** 1 − Z of dry air at 14.696 psia and 60 °F. */
    private static final double AIR_DEVIATION = 1 - 0.99959;

    private static final double BTU_PER_MMBTU = 1e6;
    private static final double LOWEST_BASE_PSIA = 13;
    private static final double HIGHEST_BASE_PSIA = 16;

    private static final double[] MOLAR_MASS = FILES.column(TABLE, "molar_mass");
    private static final double[] GAS_PER_GALLON = FILES.column(TABLE, "ideal_gas_ft3_per_gal");
    private static final double[] SUMMATION = FILES.column(TABLE, "summation_factor");
    private static final double[] HEAT = FILES.column(TABLE, "ideal_ghv_btu_ft3");
    private static final double[] LIQUID_HEAT = FILES.column(TABLE, "liquid_ghv_btu_gal");

    private Gpa2172() {}

    /** On what water content a heating value is stated, which the contract says. */
    public enum Water {
        /** No water at all. */
        DRY,
        /** Saturated at base pressure and 60 °F ("wet"). */
        SATURATED,
        /** With the water it was delivered with. */
        AS_DELIVERED
    }

    /** The components of GPA 2145. */
    public static ComponentSet components() {
        return SET;
    }

    /** Ideal gas per gallon of liquid at a base pressure, ft³/gal. */
    public static double idealGasFt3PerGallon(String component, Pressure base) {
        return GAS_PER_GALLON[SET.placeOf(component)] * TABLE_BASE_PSIA / base.psia();
    }

    /**
     * The properties of a gas whose composition is on a dry basis.
     *
     * @param base pressure base of the contract, 13 to 16 psia
     * @param deliveredWater mole fraction of water as delivered, 0 for the other bases
     * @throws OutOfRange when the base pressure is none a contract has
     */
    public static Gpa2172Properties of(Composition composition, Pressure base, Water basis, double deliveredWater) {
        InvalidInput.notNegative("deliveredWater", deliveredWater);
        InvalidInput.unless(deliveredWater < 1, "deliveredWater", "a mole fraction of water is below 1");
        InvalidInput.unless(
                basis == Water.AS_DELIVERED || deliveredWater == 0,
                "deliveredWater",
                "delivered water is told with the basis AS_DELIVERED only");
        double psia = base.psia();
        OutOfRange.unless(
                psia >= LOWEST_BASE_PSIA && psia <= HIGHEST_BASE_PSIA,
                "pressure",
                "base pressures are 13 to 16 psia, this was " + psia + " psia");
        double[] x = composition.in(SET);
        double ratio = psia / TABLE_BASE_PSIA;
        double summation = sum(x, SUMMATION);
        double z = 1 - summation * summation * ratio;
        double airZ = 1 - AIR_DEVIATION * ratio;
        double idealAtTable = sum(x, HEAT);
        double ideal = idealAtTable * ratio;
        double dry = ideal / z;
        double saturatedWater = WATER_VAPOUR_PSIA / psia;
        double mass = sum(x, MOLAR_MASS);
        double water = switch (basis) {
            case DRY -> 0;
            case SATURATED -> saturatedWater;
            case AS_DELIVERED -> deliveredWater;
        };
        double idealRelative = mass / AIR_MOLAR_MASS;
        return new Gpa2172Properties(
                STANDARD,
                composition.rawSum(),
                psia,
                mass,
                summation,
                z,
                airZ,
                idealAtTable,
                ideal,
                dry,
                saturatedWater,
                dry * (1 - saturatedWater),
                water,
                dry * (1 - water),
                idealRelative,
                idealRelative * airZ / z,
                liquids(x, ratio, z),
                flags(composition, x));
    }

    private static List<TheoreticalLiquid> liquids(double[] x, double ratio, double z) {
        List<TheoreticalLiquid> liquids = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0 && !Double.isNaN(LIQUID_HEAT[i])) {
                double ideal = 1000 * x[i] * ratio / GAS_PER_GALLON[i];
                double shrink = ideal / z * LIQUID_HEAT[i] / BTU_PER_MMBTU;
                liquids.add(new TheoreticalLiquid(SET.names().get(i), ideal, ideal / z, shrink));
            }
        }
        return liquids;
    }

    private static List<Flag> flags(Composition composition, double[] x) {
        List<Flag> flags = new ArrayList<>(2);
        if (composition.isNormalised()) {
            flags.add(Flag.COMPOSITION_NORMALISED);
        }
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0 && Double.isNaN(SUMMATION[i])) {
                flags.add(Flag.SUMMATION_FACTOR_MISSING);
            }
        }
        return flags;
    }

    /** What the table has no value of counts as zero. */
    private static double sum(double[] x, double[] of) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Double.isNaN(of[i]) ? 0 : x[i] * of[i];
        }
        return sum;
    }
}
