package io.tallybook.standards.aga8;

import static io.tallybook.standards.aga8.DetailTables.DENSE;
import static io.tallybook.standards.aga8.DetailTables.FIRST_SHARED;
import static io.tallybook.standards.aga8.DetailTables.N;
import static io.tallybook.standards.aga8.DetailTables.TERMS;
import static io.tallybook.standards.aga8.DetailTables.VIRIAL_TERMS;

import io.tallybook.standards.helmholtz.Isotherm;
import io.tallybook.standards.helmholtz.Shapes;

/** What DETAIL derives from a composition alone: molar mass, the mixture's parameters and its virial sums. */
final class DetailMixture {
    /** J/(mol·K), as AGA 8 Part 1 states it. */
    static final double R = 8.31451;

    private static final int POWERS_OF_ENERGY = 24;
    private static final int NEGATIVE_POWERS = 14;

    final double[] fractions;
    final double molarMass;
    /** K³, dm³/mol. */
    final double sizeCubed;
    /** U, K. */
    final double energy;

    final double orientation;
    final double quadrupole;
    final double highTemperature;
    /** Σᵢⱼ xᵢxⱼ B*ₙᵢⱼ Eᵢⱼ^uₙ (KᵢKⱼ)^1.5 for n = 1…18. */
    private final double[] virial;

    /** @param fractions in AGA 8's order, adding up to one; not changed and not kept by others */
    DetailMixture(double[] fractions) {
        this.fractions = fractions;
        double mass = 0;
        double size = 0;
        double u = 0;
        double g = 0;
        double q = 0;
        double f = 0;
        for (int i = 0; i < N; i++) {
            double x = fractions[i];
            mass += x * DetailTables.MOLAR_MASS[i];
            size += x * DetailTables.SIZE_2_5[i];
            u += x * DetailTables.ENERGY_2_5[i];
            g += x * DetailTables.ORIENTATION[i];
            q += x * DetailTables.QUADRUPOLE[i];
            f += x * x * DetailTables.HIGH_TEMPERATURE[i];
        }
        double size5 = size * size;
        double u5 = u * u;
        int[] special = DetailTables.SPECIAL;
        for (int p = 0; p < DetailTables.SPECIAL_K.length; p++) {
            double xx = fractions[special[2 * p]] * fractions[special[2 * p + 1]];
            size5 += xx * DetailTables.SPECIAL_K[p];
            u5 += xx * DetailTables.SPECIAL_U[p];
            g += xx * DetailTables.SPECIAL_G[p];
        }
        molarMass = mass;
        sizeCubed = Math.pow(size5, 0.6);
        energy = Math.pow(u5, 0.2);
        orientation = g;
        quadrupole = q;
        highTemperature = f;
        virial = virialSums();
    }

    /** The hot loop of a mixture: nine running sums over all pairs present, in registers. */
    private double[] denseSums() {
        double[] factors = DetailTables.DENSE_FACTORS;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        double s8 = 0;
        int row = 0;
        for (int i = 0; i < N; row += (N - i) * DENSE, i++) {
            double x = fractions[i];
            if (x == 0) {
                continue;
            }
            int at = row;
            for (int j = i; j < N; j++, at += DENSE) {
                double xx = x * fractions[j];
                s0 += xx * factors[at];
                s1 += xx * factors[at + 1];
                s2 += xx * factors[at + 2];
                s3 += xx * factors[at + 3];
                s4 += xx * factors[at + 4];
                s5 += xx * factors[at + 5];
                s6 += xx * factors[at + 6];
                s7 += xx * factors[at + 7];
                s8 += xx * factors[at + 8];
            }
        }
        return new double[] {s0, s1, s2, s3, s4, s5, s6, s7, s8};
    }

    private double[] virialSums() {
        double[] dense = denseSums();
        double[] sums = new double[VIRIAL_TERMS];
        for (int n = 0; n < VIRIAL_TERMS; n++) {
            int place = DetailTables.VIRIAL_PLACE[n];
            sums[n] = place >= 0 ? dense[place] : sparseSum(-1 - place);
        }
        return sums;
    }

    private double sparseSum(int which) {
        int[] pairs = DetailTables.SPARSE_PAIRS[which];
        double[] factors = DetailTables.SPARSE_FACTORS[which];
        double sum = 0;
        for (int p = 0; p < factors.length; p++) {
            sum += fractions[pairs[2 * p]] * fractions[pairs[2 * p + 1]] * factors[p];
        }
        return sum;
    }

    /** αʳ at a temperature in K. */
    Isotherm isotherm(double temperature) {
        return new Isotherm(DetailTables.SHAPES, coefficients(temperature, 0), sizeCubed, R * temperature);
    }

    /**
     * Coefficients of τ^k·∂ᵏαʳ/∂τᵏ, τ ∝ 1/T: a term's u, then u·(u−1), before each.
     *
     * @param temperature K
     * @param k 0, 1 or 2
     */
    double[] coefficients(double temperature, int k) {
        double[] c = new double[DetailTables.SHAPES.count() * Shapes.POWERS];
        double virialByT = 0;
        double[] inverse = powers(1 / temperature);
        double rootInverse = Math.sqrt(1 / temperature);
        for (int n = 0; n < VIRIAL_TERMS; n++) {
            double u = DetailTables.U[n];
            virialByT += DetailTables.A[n] * derived(u, k) * virial[n] * power(inverse, rootInverse, u);
        }
        double[] tau = powers(energy / temperature);
        double rootTau = Math.sqrt(energy / temperature);
        double shared = 0;
        for (int n = FIRST_SHARED - 1; n < TERMS; n++) {
            double u = DetailTables.U[n];
            double term = DetailTables.A[n] * derived(u, k) * mixtureFactor(n) * power(tau, rootTau, u);
            c[Shapes.at(DetailTables.SHAPE[n], DetailTables.POWER[n])] += term;
            shared += n < VIRIAL_TERMS ? term : 0;
        }
        c[Shapes.at(0, 1)] += virialByT / sizeCubed - shared;
        return c;
    }

    private static double derived(double u, int k) {
        return switch (k) {
            case 0 -> 1;
            case 1 -> u;
            default -> u * (u - 1);
        };
    }

    private double mixtureFactor(int n) {
        return (DetailTables.HAS_G[n] ? orientation : 1)
                * (DetailTables.HAS_Q[n] ? quadrupole * quadrupole : 1)
                * (DetailTables.HAS_F[n] ? highTemperature : 1);
    }

    /** Powers −14 to 23 of a number. */
    private static double[] powers(double of) {
        double[] powers = new double[NEGATIVE_POWERS + POWERS_OF_ENERGY];
        powers[NEGATIVE_POWERS] = 1;
        for (int i = NEGATIVE_POWERS + 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * of;
        }
        double inverse = 1 / of;
        for (int i = NEGATIVE_POWERS - 1; i >= 0; i--) {
            powers[i] = powers[i + 1] * inverse;
        }
        return powers;
    }

    /** A power of which twice the exponent is whole. */
    private static double power(double[] powers, double root, double exponent) {
        int floor = (int) Math.floor(exponent);
        double whole = powers[NEGATIVE_POWERS + floor];
        return floor == exponent ? whole : whole * root;
    }
}
