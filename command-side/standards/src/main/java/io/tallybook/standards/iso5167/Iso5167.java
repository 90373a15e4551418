package io.tallybook.standards.iso5167;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.Coefficients;
import io.tallybook.standards.Flag;
import io.tallybook.standards.InvalidInput;
import io.tallybook.standards.OutOfRange;
import io.tallybook.standards.Standard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ISO 5167-2:2003 orifice plates with corner, D and D/2 or flange tappings, SI units. Pure functions. */
public final class Iso5167 {
    private static final String TABLE = "iso5167";
    private static final Coefficients FILES = Coefficients.of(TABLE);

    public static final Standard STANDARD = new Standard("iso5167", "ISO 5167-2:2003", "1.0.0", FILES.sha256Hex());

    private static final double CONSTANT = FILES.value(TABLE, "cd_constant");
    private static final double BETA2 = FILES.value(TABLE, "cd_beta2");
    private static final double BETA8 = FILES.value(TABLE, "cd_beta8");
    private static final double REYNOLDS_0_7 = FILES.value(TABLE, "reynolds_0_7");
    private static final double REYNOLDS_C = FILES.value(TABLE, "reynolds_c");
    private static final double REYNOLDS_C_A = FILES.value(TABLE, "reynolds_c_a");
    private static final double UPSTREAM = FILES.value(TABLE, "upstream");
    private static final double UPSTREAM_10 = FILES.value(TABLE, "upstream_10");
    private static final double UPSTREAM_7 = FILES.value(TABLE, "upstream_7");
    private static final double UPSTREAM_A = FILES.value(TABLE, "upstream_a");
    private static final double DOWNSTREAM = FILES.value(TABLE, "downstream");
    private static final double DOWNSTREAM_1_1 = FILES.value(TABLE, "downstream_1_1");
    private static final double SMALL_PIPE = FILES.value(TABLE, "small_pipe");
    private static final double SMALL_PIPE_BETA = FILES.value(TABLE, "small_pipe_beta");
    private static final double SMALL_PIPE_BELOW = FILES.value(TABLE, "small_pipe_below");
    private static final double EPSILON = FILES.value(TABLE, "epsilon_constant");
    private static final double EPSILON_4 = FILES.value(TABLE, "epsilon_beta4");
    private static final double EPSILON_8 = FILES.value(TABLE, "epsilon_beta8");

    private static final double INCH_M = 0.0254;
    private static final double LOWEST_PRESSURE_RATIO = 0.75;
    private static final double LOWEST_REYNOLDS = 5000;
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-14;

    private Iso5167() {}

    /** Where the pressures are taken (clause 5.2). */
    public enum Tappings {
        CORNER,
        D_AND_D_2,
        FLANGE
    }

    /**
     * A plate in its pipe at flowing temperature.
     *
     * @param boreM d, m
     * @param pipeM D, m
     */
    public record Plate(double boreM, double pipeM, Tappings tappings) {
        /** @throws InvalidInput unless 0 &lt; bore &lt; pipe */
        public Plate {
            InvalidInput.positive("boreM", boreM);
            InvalidInput.positive("pipeM", pipeM);
            InvalidInput.unless(boreM < pipeM, "boreM", "the bore is smaller than the pipe: 0 < beta < 1");
        }

        double beta() {
            return boreM / pipeM;
        }
    }

    /**
     * What flows.
     *
     * @param upstreamPa p₁, Pa absolute
     * @param downstreamPa p₂, Pa absolute, not above p₁
     * @param isentropicExponent κ; null for a liquid
     * @param densityKgPerM3 ρ₁, kg/m³
     * @param viscosityPaS μ, Pa·s
     */
    public record Conditions(
            double upstreamPa,
            double downstreamPa,
            @Nullable Double isentropicExponent,
            double densityKgPerM3,
            double viscosityPaS) {
        /** @throws InvalidInput naming the first that is no value of its kind */
        public Conditions {
            InvalidInput.positive("upstreamPa", upstreamPa);
            InvalidInput.positive("downstreamPa", downstreamPa);
            InvalidInput.unless(
                    downstreamPa <= upstreamPa, "downstreamPa", "the differential pressure p1 - p2 is not below zero");
            if (isentropicExponent != null) {
                InvalidInput.finite("isentropicExponent", isentropicExponent);
                InvalidInput.unless(isentropicExponent > 1, "isentropicExponent", "an isentropic exponent is above 1");
            }
            InvalidInput.positive("densityKgPerM3", densityKgPerM3);
            InvalidInput.positive("viscosityPaS", viscosityPaS);
        }
    }

    /**
     * The mass flow at one moment.
     *
     * @throws OutOfRange when p₂/p₁ of a gas is below 0.75 (clause 5.3.2.2)
     * @throws CalculationFailed when the discharge coefficient does not settle
     */
    public static OrificePlateFlow flow(Plate plate, Conditions at) {
        double beta = plate.beta();
        double epsilon = at.isentropicExponent() == null
                ? 1
                : expansibility(beta, at.upstreamPa(), at.downstreamPa(), at.isentropicExponent());
        double approach = 1 / Math.sqrt(1 - Math.pow(beta, 4));
        double drop = at.upstreamPa() - at.downstreamPa();
        double perC = massFlow(plate, 1, epsilon, drop, at.densityKgPerM3());
        double reynoldsPerC = 4 * perC / (Math.PI * at.viscosityPaS() * plate.pipeM());
        if (drop == 0) {
            return new OrificePlateFlow(
                    STANDARD, beta, approach, 0, epsilon, 0, 0, 0, 0, flags(plate, Double.MAX_VALUE));
        }
        double c = CONSTANT;
        for (int step = 1; step <= STEPS; step++) {
            double next = dischargeCoefficient(plate, reynoldsPerC * c);
            boolean settled = Math.abs(next - c) < TOLERANCE;
            c = next;
            if (settled) {
                double reynolds = reynoldsPerC * c;
                return new OrificePlateFlow(
                        STANDARD,
                        beta,
                        approach,
                        c,
                        epsilon,
                        reynolds,
                        step,
                        perC * c,
                        perC * c / at.densityKgPerM3(),
                        flags(plate, reynolds));
            }
        }
        throw new CalculationFailed(
                "dischargeCoefficient", "the discharge coefficient did not settle within " + STEPS + " steps");
    }

    /** qm of equation (1), kg/s, for a discharge coefficient and an expansibility factor. */
    static double massFlow(Plate plate, double c, double epsilon, double dropPa, double densityKgPerM3) {
        double area = Math.PI / 4 * plate.boreM() * plate.boreM();
        return c / Math.sqrt(1 - Math.pow(plate.beta(), 4)) * epsilon * area * Math.sqrt(2 * dropPa * densityKgPerM3);
    }

    /**
     * ε of equation (3).
     *
     * @throws OutOfRange when p₂/p₁ is below 0.75
     */
    public static double expansibility(double beta, double upstreamPa, double downstreamPa, double exponent) {
        double ratio = downstreamPa / upstreamPa;
        OutOfRange.unless(ratio >= LOWEST_PRESSURE_RATIO, "downstreamPa", "p2/p1 is at least 0.75, was " + ratio);
        double beta4 = Math.pow(beta, 4);
        return 1 - (EPSILON + EPSILON_4 * beta4 + EPSILON_8 * beta4 * beta4) * (1 - Math.pow(ratio, 1 / exponent));
    }

    /** C of equation (4), the Reader-Harris/Gallagher equation. */
    public static double dischargeCoefficient(Plate plate, double pipeReynolds) {
        InvalidInput.positive("pipeReynolds", pipeReynolds);
        double beta = plate.beta();
        double beta4 = Math.pow(beta, 4);
        double inch = INCH_M / plate.pipeM();
        double l1 = switch (plate.tappings()) {
            case CORNER -> 0;
            case D_AND_D_2 -> 1;
            case FLANGE -> inch;
        };
        double l2 = switch (plate.tappings()) {
            case CORNER -> 0;
            case D_AND_D_2 -> 0.47;
            case FLANGE -> inch;
        };
        double m2 = 2 * l2 / (1 - beta);
        double a = Math.pow(19_000 * beta / pipeReynolds, 0.8);
        double c = CONSTANT
                + BETA2 * beta * beta
                + BETA8 * beta4 * beta4
                + REYNOLDS_0_7 * Math.pow(1e6 * beta / pipeReynolds, 0.7)
                + (REYNOLDS_C + REYNOLDS_C_A * a) * Math.pow(beta, 3.5) * Math.pow(1e6 / pipeReynolds, 0.3)
                + (UPSTREAM + UPSTREAM_10 * Math.exp(-10 * l1) + UPSTREAM_7 * Math.exp(-7 * l1))
                        * (1 + UPSTREAM_A * a)
                        * beta4
                        / (1 - beta4)
                + DOWNSTREAM * (m2 + DOWNSTREAM_1_1 * Math.pow(m2, 1.1)) * Math.pow(beta, 1.3);
        double small = SMALL_PIPE_BELOW - 1 / inch;
        return small > 0 ? c + SMALL_PIPE * (SMALL_PIPE_BETA - beta) * small : c;
    }

    /** The limits of use of clause 5.3.1. */
    static List<Flag> flags(Plate plate, double reynolds) {
        List<Flag> flags = new ArrayList<>(2);
        double beta = plate.beta();
        if (plate.boreM() < 0.0125 || plate.pipeM() < 0.05 || plate.pipeM() > 1 || beta < 0.1 || beta > 0.75) {
            flags.add(Flag.GEOMETRY_OUTSIDE_RANGE);
        }
        double lowest = plate.tappings() == Tappings.FLANGE
                ? Math.max(LOWEST_REYNOLDS, 170 * beta * beta * plate.pipeM() * 1000)
                : beta <= 0.56 ? LOWEST_REYNOLDS : 16_000 * beta * beta;
        if (reynolds < lowest) {
            flags.add(Flag.REYNOLDS_OUTSIDE_RANGE);
        }
        return flags;
    }
}
