package io.tallybook.standards.aga8;

import io.tallybook.standards.Coefficients;
import io.tallybook.standards.gas.ComponentSet;
import io.tallybook.standards.helmholtz.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The coefficients of AGA 8 Part 1 DETAIL (Tables of its Appendix; ISO 12213-2 Annex B) as flat arrays, made once. What
 * depends on a pair of components only is taken to its power here: B*ₙᵢⱼ·Eᵢⱼ^uₙ·(KᵢKⱼ)^1.5 and the pairs' part of K⁵, U⁵ and G.
 */
final class DetailTables {
    static final int VIRIAL_TERMS = 18;
    static final int TERMS = 58;
    static final int FIRST_SHARED = 13;
    static final int DENSE = 9;

    static final Coefficients FILES = Coefficients.of(
            "aga8_detail_components", "aga8_detail_binary", "aga8_detail_terms", "gerg2008_raw_parameters");
    static final ComponentSet SET = ComponentSet.of(
            "AGA 8",
            FILES.rows("aga8_detail_components").stream()
                    .map(row -> row.getOrDefault("component", ""))
                    .toList());
    static final int N = SET.size();

    static final double[] MOLAR_MASS = component("M_g_mol");
    static final double[] ENERGY = component("E_i_K");
    static final double[] SIZE = component("K_i");
    static final double[] ORIENTATION = component("G_i");
    static final double[] QUADRUPOLE = component("Q_i");
    static final double[] HIGH_TEMPERATURE = component("F_i");
    private static final double[] DIPOLE = component("S_i");
    private static final double[] ASSOCIATION = component("W_i");

    static final double[] A = term("a_n");
    static final double[] U = term("u_n");
    static final boolean[] HAS_G = flag("g_n");
    static final boolean[] HAS_Q = flag("q_n");
    static final boolean[] HAS_F = flag("f_n");
    private static final boolean[] HAS_S = flag("s_n");
    private static final boolean[] HAS_W = flag("w_n");

    static final double[] SIZE_2_5 = power(SIZE, 2.5);
    static final double[] ENERGY_2_5 = power(ENERGY, 2.5);

    private static final double[] PAIR_E = binary("Eij");
    private static final double[] PAIR_U = binary("Uij");
    private static final double[] PAIR_K = binary("Kij");
    private static final double[] PAIR_G = binary("Gij");

    /** i, j of the pairs that differ from the combining rule, and 2·(…) of each in K⁵, U⁵ and G. */
    static final int[] SPECIAL = special();

    static final double[] SPECIAL_K = specialPairs(PAIR_K, SIZE);
    static final double[] SPECIAL_U = specialPairs(PAIR_U, ENERGY);
    static final double[] SPECIAL_G = specialOrientations();

    /** For each virial term its place among the sums over all pairs, or −1 − its place among the sparse ones. */
    static final int[] VIRIAL_PLACE = new int[VIRIAL_TERMS];

    /** Pair by pair the {@link #DENSE} factors of sums over all pairs; pairs i ≤ j, those i &lt; j doubled. */
    static final double[] DENSE_FACTORS;

    /** Sums with few pairs: i, j of each, and the factor. */
    static final int[][] SPARSE_PAIRS;

    static final double[][] SPARSE_FACTORS;

    /** Shape of each term in the sum over 13 to 58: exp(−cₙ·Dr^kₙ). */
    static final int[] SHAPE = new int[TERMS];

    static final int[] POWER = new int[TERMS];
    static final Shapes SHAPES;

    static {
        List<double[]> dense = new ArrayList<>();
        List<int[]> sparsePairs = new ArrayList<>();
        List<double[]> sparseFactors = new ArrayList<>();
        for (int n = 0; n < VIRIAL_TERMS; n++) {
            place(n, virialFactors(n), dense, sparsePairs, sparseFactors);
        }
        if (dense.size() != DENSE) {
            throw new IllegalStateException(
                    "DETAIL has " + DENSE + " different sums over all pairs, not " + dense.size());
        }
        DENSE_FACTORS = new double[pairs() * DENSE];
        for (int pair = 0; pair < pairs(); pair++) {
            for (int k = 0; k < DENSE; k++) {
                DENSE_FACTORS[pair * DENSE + k] = dense.get(k)[pair];
            }
        }
        SPARSE_PAIRS = sparsePairs.toArray(int[][]::new);
        SPARSE_FACTORS = sparseFactors.toArray(double[][]::new);
        SHAPES = shapes();
    }

    private DetailTables() {}

    private static int pairs() {
        return N * (N + 1) / 2;
    }

    private static Shapes shapes() {
        double[] b = term("b_n");
        double[] c = term("c_n");
        double[] k = term("k_n");
        Shapes shapes = new Shapes(new int[] {0, 1, 2, 3, 4}, new double[0]).with(0, 1);
        for (int n = FIRST_SHARED - 1; n < TERMS; n++) {
            SHAPE[n] = c[n] == 0 ? 0 : (int) k[n];
            POWER[n] = (int) b[n];
            shapes = shapes.with(SHAPE[n], POWER[n]);
        }
        return shapes;
    }

    private static void place(
            int n, double[] factors, List<double[]> dense, List<int[]> sparsePairs, List<double[]> sparseFactors) {
        long present = Arrays.stream(factors).filter(f -> f != 0).count();
        if (present <= factors.length / 2) {
            VIRIAL_PLACE[n] = -1 - sparsePairs.size();
            sparsePairs.add(pairsPresent(factors));
            sparseFactors.add(Arrays.stream(factors).filter(f -> f != 0).toArray());
            return;
        }
        for (int known = 0; known < dense.size(); known++) {
            if (Arrays.equals(dense.get(known), factors)) {
                VIRIAL_PLACE[n] = known;
                return;
            }
        }
        VIRIAL_PLACE[n] = dense.size();
        dense.add(factors);
    }

    private static int[] pairsPresent(double[] factors) {
        List<Integer> places = new ArrayList<>();
        int pair = 0;
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                if (factors[pair++] != 0) {
                    places.add(i);
                    places.add(j);
                }
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] virialFactors(int n) {
        double[] factors = new double[pairs()];
        int pair = 0;
        for (int i = 0; i < N; i++) {
            for (int j = i; j < N; j++) {
                double energy = PAIR_E[i * N + j] * Math.sqrt(ENERGY[i] * ENERGY[j]);
                factors[pair++] = (i == j ? 1 : 2)
                        * characteristic(n, i, j)
                        * Math.pow(energy, U[n])
                        * Math.pow(SIZE[i] * SIZE[j], 1.5);
            }
        }
        return factors;
    }

    /** B*ₙᵢⱼ. */
    private static double characteristic(int n, int i, int j) {
        double g = PAIR_G[i * N + j] * (ORIENTATION[i] + ORIENTATION[j]) / 2;
        return (HAS_G[n] ? g : 1)
                * (HAS_Q[n] ? QUADRUPOLE[i] * QUADRUPOLE[j] : 1)
                * (HAS_F[n] ? Math.sqrt(HIGH_TEMPERATURE[i] * HIGH_TEMPERATURE[j]) : 1)
                * (HAS_S[n] ? DIPOLE[i] * DIPOLE[j] : 1)
                * (HAS_W[n] ? ASSOCIATION[i] * ASSOCIATION[j] : 1);
    }

    private static double[] component(String column) {
        return FILES.column("aga8_detail_components", column);
    }

    private static double[] term(String column) {
        return FILES.column("aga8_detail_terms", column);
    }

    private static boolean[] flag(String column) {
        double[] numbers = term(column);
        boolean[] flags = new boolean[numbers.length];
        for (int n = 0; n < numbers.length; n++) {
            flags[n] = numbers[n] != 0;
        }
        return flags;
    }

    private static double[] power(double[] of, double exponent) {
        return Arrays.stream(of).map(it -> Math.pow(it, exponent)).toArray();
    }

    private static double[] binary(String column) {
        double[] values = new double[N * N];
        Arrays.fill(values, 1);
        for (Map<String, String> row : FILES.rows("aga8_detail_binary")) {
            int i = (int) Coefficients.number(row, "i") - 1;
            int j = (int) Coefficients.number(row, "j") - 1;
            values[i * N + j] = Coefficients.number(row, column);
            values[j * N + i] = values[i * N + j];
        }
        return values;
    }

    private static int[] special() {
        return FILES.rows("aga8_detail_binary").stream()
                .flatMap(row -> Stream.of("i", "j").map(column -> (int) Coefficients.number(row, column) - 1))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] specialPairs(double[] of, double[] parameter) {
        double[] factors = new double[SPECIAL.length / 2];
        for (int p = 0; p < factors.length; p++) {
            int i = SPECIAL[2 * p];
            int j = SPECIAL[2 * p + 1];
            factors[p] = 2 * (Math.pow(of[i * N + j], 5) - 1) * Math.pow(parameter[i] * parameter[j], 2.5);
        }
        return factors;
    }

    private static double[] specialOrientations() {
        double[] factors = new double[SPECIAL.length / 2];
        for (int p = 0; p < factors.length; p++) {
            int i = SPECIAL[2 * p];
            int j = SPECIAL[2 * p + 1];
            factors[p] = (PAIR_G[i * N + j] - 1) * (ORIENTATION[i] + ORIENTATION[j]);
        }
        return factors;
    }
}
