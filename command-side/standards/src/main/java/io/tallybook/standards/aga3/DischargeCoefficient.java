package io.tallybook.standards.aga3;

import io.tallybook.standards.CalculationFailed;

/**
 * The Reader-Harris/Gallagher equation for flange taps (API MPMS 14.3.1 §7.2), recast in X = 4000/ReD with constants that
 * depend on the geometry alone (API MPMS 14.3.4 §4.3.2), with its branch for low Reynolds numbers.
 *
 * @param cd0 for infinite Reynolds number
 * @param cd1 before X^0.7
 * @param cd2 before X^0.35
 * @param cd3 before X^0.8
 * @param cd4 before X^1.15
 */
record DischargeCoefficient(double cd0, double cd1, double cd2, double cd3, double cd4) {
    private static final int STEPS = 100;
    private static final double TOLERANCE = 1e-12;
    private static final double LOWEST = 1e-3;

    private static double c(String name) {
        return Aga3.FILES.value(Aga3.TABLE, name);
    }

    private static final double CONSTANT = c("cd_constant");
    private static final double BETA2 = c("cd_beta2");
    private static final double BETA8 = c("cd_beta8");
    private static final double SMALL_PIPE = c("small_pipe");
    private static final double SMALL_PIPE_BELOW = c("small_pipe_below_in");
    private static final double UPSTREAM = c("upstream");
    private static final double UPSTREAM_8_5 = c("upstream_8_5");
    private static final double UPSTREAM_6 = c("upstream_6");
    private static final double UPSTREAM_A = c("upstream_a");
    private static final double DOWNSTREAM = c("downstream");
    private static final double DOWNSTREAM_1_3 = c("downstream_1_3");
    private static final double DOWNSTREAM_A = c("downstream_a");
    private static final double REYNOLDS_0_7 = c("reynolds_0_7");
    private static final double REYNOLDS_C = c("reynolds_c");
    private static final double REYNOLDS_C_A = c("reynolds_c_a");
    private static final double LOW_X = c("low_reynolds_x");
    private static final double LOW_A = c("low_reynolds_a");
    private static final double LOW_B = c("low_reynolds_b");

    /** A = (19,000·β/ReD)^0.8 and C = (10⁶/ReD)^0.35 at ReD = 4000. */
    private static final double A_AT_4000 = 19_000.0 / 4000;

    private static final double C_AT_4000 = 1e6 / 4000;

    /** @param pipeIn internal diameter D at flowing temperature, in */
    static DischargeCoefficient of(double beta, double pipeIn) {
        double l = 1 / pipeIn;
        double beta4 = Math.pow(beta, 4);
        double b = beta4 / (1 - beta4);
        double m1 = Math.max(SMALL_PIPE_BELOW - pipeIn, 0);
        double m2 = 2 * l / (1 - beta);
        double upstream = (UPSTREAM + UPSTREAM_8_5 * Math.exp(-8.5 * l) + UPSTREAM_6 * Math.exp(-6 * l)) * b;
        double downstream = DOWNSTREAM * (m2 + DOWNSTREAM_1_3 * Math.pow(m2, 1.3)) * Math.pow(beta, 1.1);
        double a = Math.pow(A_AT_4000 * beta, 0.8);
        double c = Math.pow(C_AT_4000, 0.35);
        return new DischargeCoefficient(
                CONSTANT
                        + BETA2 * beta * beta
                        + BETA8 * beta4 * beta4
                        + SMALL_PIPE * (1 - beta) * m1
                        + upstream
                        + downstream,
                REYNOLDS_0_7 * Math.pow(C_AT_4000 * beta, 0.7),
                REYNOLDS_C * beta4 * c,
                (UPSTREAM_A * upstream + DOWNSTREAM_A * downstream) * a,
                REYNOLDS_C_A * beta4 * a * c);
    }

    /** Cd at X = 4000/ReD. */
    double at(double x) {
        double tail = x < LOW_X ? Math.pow(x, 0.35) : LOW_A - LOW_B / x;
        double x08 = Math.pow(x, 0.8);
        return cd0 + cd1 * Math.pow(x, 0.7) + cd3 * x08 + (cd2 + cd4 * x08) * tail;
    }

    private double slope(double x) {
        boolean low = x >= LOW_X;
        double tail = low ? LOW_A - LOW_B / x : Math.pow(x, 0.35);
        double tailSlope = low ? LOW_B / (x * x) : 0.35 * Math.pow(x, -0.65);
        double x08 = Math.pow(x, 0.8);
        double x08Slope = 0.8 * Math.pow(x, -0.2);
        return 0.7 * cd1 * Math.pow(x, -0.3) + cd3 * x08Slope + cd4 * x08Slope * tail + (cd2 + cd4 * x08) * tailSlope;
    }

    /** A solution and the steps to it. */
    record Solved(double cd, double x, int iterations) {}

    /**
     * Cd and X = flowFactor/Cd at once, by Newton.
     *
     * @param flowFactor 4000/ReD of a flow with Cd = 1
     * @throws CalculationFailed when a hundred steps do not settle it
     */
    Solved solve(double flowFactor) {
        double cd = cd0;
        for (int step = 1; step <= STEPS; step++) {
            double x = flowFactor / cd;
            double move = (at(x) - cd) / (1 + slope(x) * x / cd);
            cd = Math.max(cd + move, LOWEST);
            if (Math.abs(move) < TOLERANCE) {
                return new Solved(cd, flowFactor / cd, step);
            }
        }
        throw new CalculationFailed(
                "dischargeCoefficient", "the discharge coefficient did not settle within " + STEPS + " steps");
    }
}
