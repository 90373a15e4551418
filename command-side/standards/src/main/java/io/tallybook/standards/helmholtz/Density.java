package io.tallybook.standards.helmholtz;

import io.tallybook.standards.CalculationFailed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The molar density of a fluid at a pressure.
 *
 * @param molarDensity mol/dm³
 * @param z compressibility factor, p/(D·R·T)
 * @param iterations steps taken
 * @param liquidLike it lies beyond a range of densities in which the pressure falls
 */
public record Density(double molarDensity, double z, int iterations, boolean liquidLike) {
    private static final int NEWTON_STEPS = 30;
    private static final double STEP_TOLERANCE = 1e-9;
    private static final double LARGEST_STEP = 1;
    private static final double VIRIAL_LIMIT = 0.25;

    /** Below this reduced density an isotherm that rises has not fallen before. */
    private static final double DENSE = 0.8;

    private static final double SCAN_STEP = 0.02;
    private static final int SCAN_STEPS = 200;
    private static final int BISECTIONS = 200;

    /**
     * The density of the gas: the smallest at which the pressure is reached, the pressure rising all the way.
     *
     * @param pressure kPa
     * @throws CalculationFailed when the pressure falls before it is reached, as it does where only a liquid can be
     */
    public static Density ofGas(Isotherm isotherm, double pressure) {
        Density found = newton(isotherm, pressure);
        return found != null && isotherm.delta(found.molarDensity) < DENSE ? found : climb(isotherm, pressure, found);
    }

    /**
     * The density of the gas or of the liquid, whichever has the smaller Gibbs energy. The gas is the smallest density at which
     * the pressure is reached before it falls, the liquid the largest; what equations of state do in between is no state.
     *
     * @param pressure kPa
     * @throws CalculationFailed when no density up to four times the reducing one has the pressure
     */
    public static Density stable(Isotherm isotherm, double pressure) {
        return falls(isotherm) ? ofLeastEnergy(isotherm, pressure) : ofGas(isotherm, pressure);
    }

    /** Newton in ln p and ln D, from a start by the second virial coefficient; null where it leads nowhere. */
    private static @Nullable Density newton(Isotherm isotherm, double pressure) {
        Isotherm.Slope slope = isotherm.slope();
        double ideal = pressure / isotherm.rt();
        double virial = Math.max(isotherm.secondVirial() * ideal, -VIRIAL_LIMIT);
        double density = ideal / (0.5 + Math.sqrt(VIRIAL_LIMIT + virial));
        for (int step = 1; step <= NEWTON_STEPS; step++) {
            double at = slope.pressure(density);
            double byDensity = slope.pressureByDensity();
            if (!(at > 0) || !(byDensity > 0)) {
                return null;
            }
            double move = Math.log(pressure / at) * at / (density * byDensity);
            if (!(Math.abs(move) < LARGEST_STEP)) {
                return null;
            }
            density *= Math.exp(move);
            if (Math.abs(move) < STEP_TOLERANCE) {
                return of(isotherm, pressure, density, step, false);
            }
        }
        return null;
    }

    private static Density of(Isotherm isotherm, double pressure, double density, int iterations, boolean liquidLike) {
        return new Density(density, pressure / (density * isotherm.rt()), iterations, liquidLike);
    }

    /** Up the isotherm to the first density with the pressure, or the one found already when none comes before it. */
    private static Density climb(Isotherm isotherm, double pressure, @Nullable Density found) {
        Isotherm.Slope slope = isotherm.slope();
        double low = 0;
        for (int n = 1; n <= SCAN_STEPS; n++) {
            double high = n * SCAN_STEP / isotherm.delta(1);
            if (found != null && high > found.molarDensity) {
                return found;
            }
            if (slope.pressure(high) >= pressure) {
                return bisect(isotherm, pressure, low, high, false);
            }
            if (slope.pressureByDensity() <= 0) {
                throw new CalculationFailed(
                        "pressure",
                        "there is no gas of this composition and temperature at " + pressure
                                + " kPa: its pressure falls beyond " + slope.pressure(high) + " kPa");
            }
            low = high;
        }
        throw none(isotherm, pressure);
    }

    private static CalculationFailed none(Isotherm isotherm, double pressure) {
        return new CalculationFailed(
                "pressure",
                "no density of this gas up to " + SCAN_STEPS * SCAN_STEP / isotherm.delta(1)
                        + " mol/dm³ has the pressure " + pressure + " kPa");
    }

    private static boolean falls(Isotherm isotherm) {
        Isotherm.Slope slope = isotherm.slope();
        for (int n = 5; n <= SCAN_STEPS / 2; n += 5) {
            slope.at(n * SCAN_STEP);
            if (slope.pressureByDensity() <= 0) {
                return true;
            }
        }
        return false;
    }

    private static Density ofLeastEnergy(Isotherm isotherm, double pressure) {
        Isotherm.Slope slope = isotherm.slope();
        Density gas = null;
        Density liquid = null;
        double low = 0;
        boolean below = true;
        boolean falling = false;
        for (int n = 1; n <= SCAN_STEPS; n++) {
            double high = n * SCAN_STEP / isotherm.delta(1);
            boolean reached = slope.pressure(high) >= pressure;
            if (below && reached && !falling) {
                gas = bisect(isotherm, pressure, low, high, false);
            } else if (below && reached) {
                liquid = bisect(isotherm, pressure, low, high, true);
            }
            falling |= slope.pressureByDensity() <= 0;
            below = !reached;
            low = high;
        }
        if (gas != null && liquid != null) {
            return energy(isotherm, gas) <= energy(isotherm, liquid) ? gas : liquid;
        }
        if (gas == null && liquid == null) {
            throw none(isotherm, pressure);
        }
        return gas != null ? gas : Objects.requireNonNull(liquid);
    }

    /** G/(R·T) but for what is the same at every density. */
    private static double energy(Isotherm isotherm, Density at) {
        double alpha = isotherm.derivatives(isotherm.coefficients(), isotherm.delta(at.molarDensity))[0];
        return alpha + Math.log(at.molarDensity) + at.z;
    }

    private static Density bisect(Isotherm isotherm, double pressure, double from, double to, boolean liquidLike) {
        Isotherm.Slope slope = isotherm.slope();
        double low = from;
        double high = to;
        double middle = (low + high) / 2;
        int taken = 0;
        while (middle > low && middle < high && taken < BISECTIONS) {
            if (slope.pressure(middle) < pressure) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
            taken++;
        }
        return of(isotherm, pressure, middle, taken, liquidLike);
    }
}
