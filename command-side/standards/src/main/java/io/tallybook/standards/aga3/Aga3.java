package io.tallybook.standards.aga3;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Pressure;
import io.tallybook.standards.Standard;
import io.tallybook.standards.Temperature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AGA Report No. 3 (API MPMS 14.3): flange-tapped orifice meters, US units. Pure functions. */
public final class Aga3 {
    static final String TABLE = "aga3";
    static final Coefficients FILES = Coefficients.of(TABLE);

    public static final Standard STANDARD =
            new Standard("aga3", "AGA Report No. 3 (API MPMS 14.3.1:2012, 14.3.4)", "1.0.0", FILES.sha256Hex());

    private static final double MASS_FLOW = FILES.value(TABLE, "mass_flow_us");
    private static final double WATER_PER_PSI = FILES.value(TABLE, "inches_of_water_per_psi");
    /** lbm/(ft·s) in a centipoise: 0.001 Pa·s over 0.45359237 kg/lbm, times 0.3048 m/ft. */
    private static final double LB_PER_FT_S_PER_CP = 0.001 * 0.3048 / 0.45359237;

    private static final double INCHES_PER_FOOT = 12;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double REYNOLDS_OF_X = 4000;
    private static final double HIGHEST_RATIO = 0.25;
    private static final double AIR_MOLAR_MASS = 28.9625;
    /** psia·ft³/(lbmol·°R). */
    private static final double R = 10.7316;

    private Aga3() {}

    /**
     * The flow at one moment.
     *
     * @throws OutOfRange when x₁ is above 0.25, where the expansion factor is not known
     * @throws CalculationFailed when the discharge coefficient does not settle
     */
    public static OrificeFlow flow(Orifice orifice, OrificeConditions at) {
        double fahrenheit = at.temperature().fahrenheit();
        double bore = orifice.bore(fahrenheit);
        double pipe = orifice.pipe(fahrenheit);
        double beta = bore / pipe;
        InvalidInput.unless(beta > 0 && beta < 1, "boreIn", "beta is between 0 and 1 at flowing temperature");
        double approach = 1 / Math.sqrt(1 - Math.pow(beta, 4));
        double drop = at.differentialInH2o() / WATER_PER_PSI;
        double upstream = at.staticPressure().psia() + (at.tap() == OrificeConditions.Tap.DOWNSTREAM ? drop : 0);
        double ratio = drop / upstream;
        OutOfRange.unless(
                at.isentropicExponent() == null || ratio <= HIGHEST_RATIO,
                "differentialInH2o",
                "the expansion factor is known up to x1 = 0.25, this was " + ratio);
        double expansion = expansionFactor(at.expansion(), beta, ratio, at.isentropicExponent());
        DischargeCoefficient coefficient = DischargeCoefficient.of(beta, pipe);
        double perCd = MASS_FLOW
                * Math.PI
                / 4
                * approach
                * bore
                * bore
                * expansion
                * Math.sqrt(2 * at.flowingDensityLbPerFt3() * at.differentialInH2o());
        double extension = Math.sqrt(at.differentialInH2o() * upstream);
        if (perCd == 0) {
            return new OrificeFlow(
                    STANDARD,
                    bore,
                    pipe,
                    beta,
                    approach,
                    upstream,
                    ratio,
                    expansion,
                    coefficient.cd0(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    flags(orifice, beta, Double.POSITIVE_INFINITY));
        }
        double reynoldsPerCd = reynolds(perCd, at.viscosityCp(), pipe);
        DischargeCoefficient.Solved solved = coefficient.solve(REYNOLDS_OF_X / reynoldsPerCd);
        double mass = perCd * solved.cd();
        double volume = mass / at.baseDensityLbPerFt3();
        double reynolds = REYNOLDS_OF_X / solved.x();
        return new OrificeFlow(
                STANDARD,
                bore,
                pipe,
                beta,
                approach,
                upstream,
                ratio,
                expansion,
                coefficient.cd0(),
                solved.cd(),
                reynolds,
                solved.iterations(),
                extension,
                mass,
                mass / at.flowingDensityLbPerFt3(),
                volume,
                volume / extension,
                flags(orifice, beta, reynolds));
    }

    /** Y of API MPMS 14.3.1 §5.6; 1 where the exponent is null. */
    static double expansionFactor(
            OrificeConditions.Expansion expansion, double beta, double ratio, @Nullable Double exponent) {
        if (exponent == null) {
            return 1;
        }
        double beta4 = Math.pow(beta, 4);
        return switch (expansion) {
            case BUCKINGHAM -> 1 - (0.41 + 0.35 * beta4) * ratio / exponent;
            case MORROW ->
                1 - (0.3625 + 0.1027 * beta4 + 1.132 * beta4 * beta4) * (1 - Math.pow(1 - ratio, 1 / exponent));
        };
    }

    private static double reynolds(double massLbPerH, double viscosityCp, double pipeIn) {
        return 4
                * massLbPerH
                / SECONDS_PER_HOUR
                / (Math.PI * viscosityCp * LB_PER_FT_S_PER_CP * pipeIn / INCHES_PER_FOOT);
    }

    /**
     * Density of a gas, lbm/ft³ (API MPMS 14.3.3): P·28.9625·Gi/(Z·10.7316·T).
     *
     * @param idealRelativeDensity Gi
     */
    public static double gasDensity(Pressure pressure, Temperature temperature, double z, double idealRelativeDensity) {
        InvalidInput.positive("z", z);
        InvalidInput.positive("idealRelativeDensity", idealRelativeDensity);
        return pressure.psia() * AIR_MOLAR_MASS * idealRelativeDensity / (z * R * temperature.rankine());
    }

    /**
     * Atmospheric pressure by elevation (API MPMS 21.1 §8.3.3), where the contract names no constant.
     *
     * @param elevationFt above sea level, ft
     */
    public static Pressure atmosphere(double elevationFt) {
        InvalidInput.finite("elevationFt", elevationFt);
        double above = elevationFt - 361;
        return Pressure.of(14.54 * (55_096 - above) / (55_096 + above), Pressure.Unit.PSIA);
    }

    private static List<Flag> flags(Orifice orifice, double beta, double reynolds) {
        List<Flag> flags = new ArrayList<>(2);
        if (beta < 0.1 || beta > 0.75 || orifice.pipeIn() < 1.687 || orifice.boreIn() < 0.45) {
            flags.add(Flag.GEOMETRY_OUTSIDE_RANGE);
        }
        if (reynolds < REYNOLDS_OF_X) {
            flags.add(Flag.REYNOLDS_OUTSIDE_RANGE);
        }
        return flags;
    }
}
