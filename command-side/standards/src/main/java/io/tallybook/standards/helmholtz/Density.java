package io.tallybook.standards.helmholtz;

import io.tallybook.standards.CalculationFailed;
import org.jspecify.annotations.Nullable;

/**
 * The molar density of a gas at a pressure.
 *
 * @param molarDensity mol/dm³
 * @param z compressibility factor, p/(D·R·T)
 * @param iterations steps taken
 * @param liquidLike no density of the gas branch has this pressure
 */
public record Density(double molarDensity, double z, int iterations, boolean liquidLike) {
    static final int NEWTON_STEPS = 30;
    static final double STEP_TOLERANCE = 1e-9;
    private static final double VIRIAL_LIMIT = 0.25;
    private static final double LARGEST_MOVE = 1;

    /** Below this reduced density an isotherm that rises has not fallen before. */
    private static final double DENSE = 0.8;

    static final double SCAN_STEP = 0.02;
    static final double SCAN_END = 4;
    static final int BISECTIONS = 200;

    /**
     * The smallest density of the isotherm at which the pressure is reached with ∂p/∂D &gt; 0, by Newton in ln p and ln D
     * from a start by the second virial coefficient; where that leads nowhere by going up the isotherm in small steps.
     *
     * @param pressure kPa
     * @throws CalculationFailed when no density up to four times the reducing one has the pressure
     */
    public static Density solve(Isotherm isotherm, double pressure) {
        Isotherm.Slope slope = isotherm.slope();
        double ideal = pressure / isotherm.rt();
        double virial = isotherm.secondVirial() * ideal;
        double density = ideal / (virial > -VIRIAL_LIMIT ? 0.5 + Math.sqrt(0.25 + virial) : 0.5);
        for (int step = 1; step <= NEWTON_STEPS; step++) {
            double at = slope.pressure(density);
            double byDensity = slope.pressureByDensity();
            if (!(at > 0) || !(byDensity > 0)) {
                break;
            }
            double move = Math.log(pressure / at) * at / (density * byDensity);
            if (!(Math.abs(move) < LARGEST_MOVE)) {
                break;
            }
            density *= Math.exp(move);
            if (Math.abs(move) < STEP_TOLERANCE) {
                Density found = new Density(density, pressure / (density * isotherm.rt()), step, false);
                return isotherm.delta(density) < DENSE ? found : scan(isotherm, pressure, found);
            }
        }
        return scan(isotherm, pressure, null);
    }

    /** Up the isotherm: the first density with the pressure, or the one found already when none comes before it. */
    private static Density scan(Isotherm isotherm, double pressure, @Nullable Density found) {
        Isotherm.Slope slope = isotherm.slope();
        double scale = isotherm.delta(1);
        double low = 0;
        boolean falling = false;
        for (int n = 1; n * SCAN_STEP <= SCAN_END; n++) {
            double high = n * SCAN_STEP / scale;
            if (found != null && high > found.molarDensity()) {
                return new Density(found.molarDensity(), found.z(), found.iterations(), falling);
            }
            if (slope.pressure(high) >= pressure) {
                return bisect(isotherm, pressure, low, high, falling, n);
            }
            falling |= slope.pressureByDensity() <= 0;
            low = high;
        }
        throw new CalculationFailed(
                "pressure", "no density of this gas up to " + low + " mol/dm³ has the pressure " + pressure + " kPa");
    }

    private static Density bisect(
            Isotherm isotherm, double pressure, double from, double to, boolean liquidLike, int steps) {
        Isotherm.Slope slope = isotherm.slope();
        double low = from;
        double high = to;
        double middle = (low + high) / 2;
        int taken = steps;
        while (middle > low && middle < high && taken < steps + BISECTIONS) {
            if (slope.pressure(middle) < pressure) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
            taken++;
        }
        return new Density(middle, pressure / (middle * isotherm.rt()), taken, liquidLike);
    }
}
