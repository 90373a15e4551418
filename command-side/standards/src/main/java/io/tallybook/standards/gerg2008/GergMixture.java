package io.tallybook.standards.gerg2008;

import static io.tallybook.standards.gerg2008.GergTables.N;

import io.tallybook.standards.helmholtz.Isotherm;
import io.tallybook.standards.helmholtz.Shapes;

/** What GERG-2008 derives from a composition alone: molar mass, the reducing functions and the sums of each term's factors. */
final class GergMixture {
    /** J/(mol·K), as ISO 20765-2 states it. */
    static final double R = 8.314472;

    private static final int HIGHEST = 31;

    final double[] fractions;
    final double molarMass;
    /** Tr, K. */
    final double reducingTemperature;
    /** ρr, mol/dm³. */
    final double reducingDensity;

    private final double[][] pure;
    private final double[] departures;

    /** @param fractions in AGA 8's order, adding up to one; not changed and not kept by others */
    GergMixture(double[] fractions) {
        this.fractions = fractions;
        double mass = 0;
        double volume = 0;
        double temperature = 0;
        for (int i = 0; i < N; i++) {
            double x = fractions[i];
            if (x == 0) {
                continue;
            }
            mass += x * GergTables.MOLAR_MASS[i];
            volume += x * x / GergTables.CRITICAL_DENSITY[i];
            temperature += x * x * GergTables.CRITICAL_TEMPERATURE[i];
            double pairVolume = 0;
            double pairTemperature = 0;
            for (int j = i + 1, at = i * N + i + 1; j < N; j++, at++) {
                double y = fractions[j];
                double weight = y * (x + y);
                pairVolume += weight * GergTables.VOLUME[at] / (GergTables.BETA_V2[at] * x + y);
                pairTemperature += weight * GergTables.TEMPERATURE[at] / (GergTables.BETA_T2[at] * x + y);
            }
            volume += x * pairVolume;
            temperature += x * pairTemperature;
        }
        molarMass = mass;
        reducingDensity = 1 / volume;
        reducingTemperature = temperature;
        pure = new double[GergTables.GROUPS.length][];
        for (int g = 0; g < pure.length; g++) {
            pure[g] = sums(GergTables.GROUPS[g]);
        }
        departures = departureWeights();
    }

    /** Σ xᵢ·nᵢₖ over a group's components. */
    private double[] sums(GergTables.Group group) {
        double[] sums = new double[group.terms.at.length];
        for (int c = 0; c < group.components.length; c++) {
            double x = fractions[group.components[c]];
            if (x != 0) {
                int from = c * sums.length;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += x * group.factors[from + k];
                }
            }
        }
        return sums;
    }

    /** Σ xᵢ·xⱼ·Fᵢⱼ over the pairs of each model. */
    private double[] departureWeights() {
        double[] weights = new double[GergTables.MODEL_TERMS.length];
        int[] pairs = GergTables.DEPARTURES;
        for (int p = 0; p < GergTables.DEPARTURE_FACTORS.length; p++) {
            weights[pairs[3 * p + 2]] +=
                    fractions[pairs[3 * p]] * fractions[pairs[3 * p + 1]] * GergTables.DEPARTURE_FACTORS[p];
        }
        return weights;
    }

    /** αʳ at a temperature in K. */
    Isotherm isotherm(double temperature) {
        return new Isotherm(GergTables.SHAPES, coefficients(temperature, 0), 1 / reducingDensity, R * temperature);
    }

    /**
     * Coefficients of τᵏ·∂ᵏαʳ/∂τᵏ, τ = Tr/T.
     *
     * @param temperature K
     * @param k 0, 1 or 2
     */
    double[] coefficients(double temperature, int k) {
        double[] into = new double[GergTables.SHAPES.count() * Shapes.POWERS];
        double tau = reducingTemperature / temperature;
        double[] whole = new double[HIGHEST + 1];
        whole[0] = 1 / tau;
        for (int i = 1; i <= HIGHEST; i++) {
            whole[i] = whole[i - 1] * tau;
        }
        double log = Math.log(tau);
        double[] rest = new double[GergTables.FRACTIONS.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.exp(GergTables.FRACTIONS[i] * log);
        }
        for (int g = 0; g < pure.length; g++) {
            add(GergTables.GROUPS[g].terms, pure[g], 1, k, whole, rest, into);
        }
        for (int model = 1; model < departures.length; model++) {
            if (departures[model] != 0) {
                add(
                        GergTables.MODEL_TERMS[model],
                        GergTables.MODEL_FACTORS[model],
                        departures[model],
                        k,
                        whole,
                        rest,
                        into);
            }
        }
        return into;
    }

    /** @param whole powers −1, 0, 1, … of τ */
    private static void add(
            GergTables.Terms terms,
            double[] factors,
            double weight,
            int k,
            double[] whole,
            double[] rest,
            double[] into) {
        for (int n = 0; n < factors.length; n++) {
            double power = whole[terms.whole[n] + 1] * rest[terms.fraction[n]];
            into[terms.at[n]] += weight * factors[n] * power * derived(terms.exponent[n], k);
        }
    }

    private static double derived(double t, int k) {
        return switch (k) {
            case 0 -> 1;
            case 1 -> t;
            default -> t * (t - 1);
        };
    }
}
