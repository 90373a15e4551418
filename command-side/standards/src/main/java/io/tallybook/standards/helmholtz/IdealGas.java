package io.tallybook.standards.helmholtz;

import io.tallybook.standards.Coefficients;
import java.util.Map;

/**
 * The ideal-gas part of AGA 8's 21 components after Jaeschke and Schley (ISO 20765-1 Annex, ISO 20765-2 Table B.1): enthalpy
 * and entropy are zero for each pure ideal gas at 298.15 K and 101.325 kPa. Immutable.
 */
public final class IdealGas {
    static final double REFERENCE_K = 298.15;
    static final double REFERENCE_KPA = 101.325;
    private static final int TERMS = 4;

    private final double ratio;
    private final double[] constant;
    private final double[] enthalpyAtReference;
    private final double[] entropyAtReference;
    private final double[] weights;
    private final double[] thetas;

    /**
     * @param coefficients with table gerg2008_raw_parameters: n0i 3 to 7, th0i 4 to 7 in K
     * @param ratio of the gas constant of the heat capacities, 8.31451, to that of the standard
     * @param printed whether the constants of integration are those printed with ten digits (n0i 1 and 2), as AGA 8 Part 1 has
     *     them, or such that enthalpy and entropy at the reference are zero to the last digit
     */
    public IdealGas(Coefficients coefficients, int components, double ratio, boolean printed) {
        this.ratio = ratio;
        enthalpyAtReference = new double[components];
        entropyAtReference = new double[components];
        constant = new double[components];
        weights = new double[components * TERMS];
        thetas = new double[components * TERMS];
        for (Map<String, String> row : coefficients.rows("gerg2008_raw_parameters")) {
            String array = row.get("array");
            if ("n0i".equals(array) || "th0i".equals(array)) {
                put("n0i".equals(array), integer(row, "i") - 1, integer(row, "j"), Coefficients.number(row, "value"));
            }
        }
        for (int i = 0; i < components; i++) {
            if (printed) {
                enthalpyAtReference[i] = REFERENCE_K - ratio * (enthalpyAtReference[i] + REFERENCE_K);
                entropyAtReference[i] = ratio * (entropyAtReference[i] - constant[i]) + Math.log(REFERENCE_K);
            } else {
                enthalpyAtReference[i] = enthalpy(i, REFERENCE_K);
                entropyAtReference[i] = entropy(i, REFERENCE_K);
            }
        }
    }

    private static int integer(Map<String, String> row, String column) {
        return (int) Coefficients.number(row, column);
    }

    private void put(boolean weight, int component, int place, double value) {
        if (!weight) {
            thetas[component * TERMS + place - 4] = value;
        } else if (place > 3) {
            weights[component * TERMS + place - 4] = value;
        } else {
            switch (place) {
                case 1 -> entropyAtReference[component] = value;
                case 2 -> enthalpyAtReference[component] = value;
                default -> constant[component] = value - 1;
            }
        }
    }

    /**
     * Of a mixture, without the density's part.
     *
     * @param enthalpy H⁰/(R·T)
     * @param entropy S⁰/R at 101.325 kPa, of mixing included
     * @param heatCapacity cv⁰/R
     */
    public record Mixture(double enthalpy, double entropy, double heatCapacity) {}

    /** At a temperature in K, for mole fractions in AGA 8's order. */
    public Mixture at(double[] fractions, double temperature) {
        double enthalpy = 0;
        double entropy = 0;
        double heatCapacity = 0;
        for (int i = 0; i < fractions.length; i++) {
            double x = fractions[i];
            if (x > 0) {
                enthalpy += x * (enthalpy(i, temperature) - enthalpyAtReference[i]) / temperature;
                entropy += x * (entropy(i, temperature) - entropyAtReference[i] - Math.log(x));
                heatCapacity += x * heatCapacity(i, temperature);
            }
        }
        return new Mixture(enthalpy, entropy, heatCapacity);
    }

    /** H⁰/R but for a constant, K. */
    private double enthalpy(int i, double t) {
        double sum = constant[i] * t;
        for (int k = 0; k < TERMS; k++) {
            double theta = thetas[i * TERMS + k];
            if (theta > 0) {
                double u = theta / t;
                sum += weights[i * TERMS + k] * theta * (isSinh(k) ? 1 / Math.tanh(u) : -Math.tanh(u));
            }
        }
        return ratio * sum + t;
    }

    /** S⁰/R but for a constant. */
    private double entropy(int i, double t) {
        double sum = constant[i] * Math.log(t);
        for (int k = 0; k < TERMS; k++) {
            double theta = thetas[i * TERMS + k];
            if (theta > 0) {
                double u = theta / t;
                double term = isSinh(k)
                        ? u / Math.tanh(u) - Math.log(Math.sinh(u))
                        : Math.log(Math.cosh(u)) - u * Math.tanh(u);
                sum += weights[i * TERMS + k] * term;
            }
        }
        return ratio * sum + Math.log(t);
    }

    /** cv⁰/R. */
    private double heatCapacity(int i, double t) {
        double sum = constant[i];
        for (int k = 0; k < TERMS; k++) {
            double u = thetas[i * TERMS + k] / t;
            if (u > 0) {
                double f = u / (isSinh(k) ? Math.sinh(u) : Math.cosh(u));
                sum += weights[i * TERMS + k] * f * f;
            }
        }
        return ratio * sum;
    }

    /** The terms take turns: sinh, cosh, sinh, cosh. */
    private static boolean isSinh(int k) {
        return k % 2 == 0;
    }
}
