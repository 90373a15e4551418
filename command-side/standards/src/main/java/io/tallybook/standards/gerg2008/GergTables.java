package io.tallybook.standards.gerg2008;

import io.tallybook.standards.Coefficients;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.gas.ComponentSet;
import io.tallybook.standards.helmholtz.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of GERG-2008 (ISO 20765-2 Tables B.2 to B.8) as flat arrays, made once. All terms of the pure components'
 * equations and of the departure functions become entries (shape, power of δ, power of τ): a mixture has one coefficient each.
 */
final class GergTables {
    static final Coefficients FILES = Coefficients.of("gerg2008_raw_parameters", "gerg2008_exponents");
    static final ComponentSet SET = Detail.components();
    static final int N = SET.size();
    private static final int MODELS = 10;
    private static final int[] EXPONENTS = {0, 1, 2, 3, 5, 6};
    private static final int[] OWN_EXPONENTS = {3, 15, 18, 20};
    private static final List<Integer> LONG = List.of(1, 2, 4);

    private static final GergParameters RAW = new GergParameters(FILES);

    static final double[] MOLAR_MASS = RAW.vector("MMiGERG");
    static final double[] CRITICAL_DENSITY = RAW.vector("Dc");
    static final double[] CRITICAL_TEMPERATURE = RAW.vector("Tc");

    /** For pairs i &lt; j: β², then 2·β·γ times the pair's reducing volume, dm³/mol. */
    static final double[] BETA_V2 = pairs("bvij", null);

    static final double[] VOLUME = pairs("bvij", "gvij");
    static final double[] BETA_T2 = pairs("btij", null);
    /** As {@link #VOLUME}, for the reducing temperature, K. */
    static final double[] TEMPERATURE = pairs("btij", "gtij");

    /** The pure components' equations by groups that share their exponents. */
    static final Group[] GROUPS = groups();

    /** i, j, model of each departure function, and F. */
    static final int[] DEPARTURES = departures();

    static final double[] DEPARTURE_FACTORS = departureFactors();
    static final Terms[] MODEL_TERMS = new Terms[MODELS + 1];
    static final double[][] MODEL_FACTORS = new double[MODELS + 1][];
    static final Shapes SHAPES;

    /** The parts of the exponents of τ behind the point. */
    static final double[] FRACTIONS;

    static {
        List<double[]> gaussians = gaussians();
        double[] flat = gaussians.stream().flatMapToDouble(Arrays::stream).toArray();
        for (int model = 1; model <= MODELS; model++) {
            MODEL_TERMS[model] = modelTerms(model, gaussians);
            MODEL_FACTORS[model] = RAW.row("nijk", model, RAW.count("nijk", model));
        }
        FRACTIONS = allTerms()
                .flatMapToDouble(terms -> Arrays.stream(terms.exponent).map(t -> t - Math.floor(t)))
                .map(GergTables::rounded)
                .distinct()
                .sorted()
                .toArray();
        Shapes shapes = new Shapes(EXPONENTS, flat);
        for (Terms terms : allTerms().toList()) {
            terms.find(FRACTIONS);
            for (int k = 0; k < terms.shape.length; k++) {
                shapes = shapes.with(terms.shape[k], terms.power[k]);
            }
        }
        SHAPES = shapes;
    }

    private GergTables() {}

    /** Terms that share shape, power of δ and exponent of τ. */
    static final class Terms {
        final int[] shape;
        final int[] power;
        final double[] exponent;
        /** Where each coefficient stands. */
        final int[] at;
        /** The exponent's whole part, and the place of the rest in {@link #FRACTIONS}. */
        final int[] whole;

        final int[] fraction;

        Terms(int[] shape, int[] power, double[] exponent) {
            this.shape = shape;
            this.power = power;
            this.exponent = exponent;
            at = new int[shape.length];
            whole = new int[shape.length];
            fraction = new int[shape.length];
            for (int k = 0; k < shape.length; k++) {
                at[k] = Shapes.at(shape[k], power[k]);
                whole[k] = (int) Math.floor(exponent[k]);
            }
        }

        private void find(double[] fractions) {
            for (int k = 0; k < exponent.length; k++) {
                fraction[k] = Arrays.binarySearch(fractions, rounded(exponent[k] - whole[k]));
            }
        }
    }

    /** Components with the same exponents, and component by component the factors n. */
    static final class Group {
        final int[] components;
        final double[] factors;
        final Terms terms;

        Group(int[] components, Terms terms) {
            this.components = components;
            this.terms = terms;
            int count = terms.shape.length;
            factors = new double[components.length * count];
            for (int i = 0; i < components.length; i++) {
                System.arraycopy(RAW.row("noik", components[i] + 1, count), 0, factors, i * count, count);
            }
        }
    }

    private static Stream<Terms> allTerms() {
        return Stream.concat(
                Arrays.stream(GROUPS).map(group -> group.terms),
                Arrays.stream(MODEL_TERMS).skip(1));
    }

    private static double rounded(double exponent) {
        return Math.rint(exponent * 1000) / 1000;
    }

    private static Group[] groups() {
        List<Group> groups = new ArrayList<>();
        for (int own : OWN_EXPONENTS) {
            int count = RAW.count("noik", own);
            groups.add(new Group(
                    new int[] {own - 1},
                    new Terms(
                            shapes(RAW.row("coik", own, count)),
                            whole(RAW.row("doik", own, count)),
                            RAW.row("toik", own, count))));
        }
        groups.add(new Group(LONG.stream().mapToInt(i -> i - 1).toArray(), shared("24")));
        int[] others = IntStream.rangeClosed(1, N)
                .filter(i -> !LONG.contains(i) && Arrays.stream(OWN_EXPONENTS).noneMatch(own -> own == i))
                .map(i -> i - 1)
                .toArray();
        groups.add(new Group(others, shared("12")));
        return groups.toArray(Group[]::new);
    }

    private static Terms shared(String group) {
        List<Map<String, String>> rows = FILES.rows("gerg2008_exponents").stream()
                .filter(row -> group.equals(row.get("group")))
                .toList();
        return new Terms(
                shapes(rows.stream()
                        .mapToDouble(row -> Coefficients.number(row, "c"))
                        .toArray()),
                whole(rows.stream()
                        .mapToDouble(row -> Coefficients.number(row, "d"))
                        .toArray()),
                rows.stream().mapToDouble(row -> Coefficients.number(row, "t")).toArray());
    }

    private static int[] shapes(double[] c) {
        return Arrays.stream(c)
                .mapToInt(it -> Arrays.binarySearch(EXPONENTS, (int) it))
                .toArray();
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(it -> (int) it).toArray();
    }

    /** The different η, ε, β, γ of all departure functions; all zero is the factor 1. */
    private static List<double[]> gaussians() {
        List<double[]> found = new ArrayList<>();
        for (int model = 1; model <= MODELS; model++) {
            for (int k = 1; k <= RAW.count("nijk", model); k++) {
                double[] gaussian = gaussian(model, k);
                if (!isOne(gaussian) && found.stream().noneMatch(it -> Arrays.equals(it, gaussian))) {
                    found.add(gaussian);
                }
            }
        }
        return found;
    }

    private static double[] gaussian(int model, int k) {
        return new double[] {
            RAW.value("cijk", model, k),
            RAW.value("eijk", model, k),
            RAW.value("bijk", model, k),
            RAW.value("gijk", model, k)
        };
    }

    private static boolean isOne(double[] gaussian) {
        return gaussian[0] == 0 && gaussian[2] == 0;
    }

    private static Terms modelTerms(int model, List<double[]> gaussians) {
        int count = RAW.count("nijk", model);
        int[] shape = new int[count];
        for (int k = 0; k < count; k++) {
            double[] gaussian = gaussian(model, k + 1);
            for (int g = 0; g < gaussians.size() && !isOne(gaussian); g++) {
                shape[k] = Arrays.equals(gaussians.get(g), gaussian) ? EXPONENTS.length + g : shape[k];
            }
        }
        return new Terms(shape, whole(RAW.row("dijk", model, count)), RAW.row("tijk", model, count));
    }

    private static int[] departures() {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i <= N; i++) {
            for (int j = i + 1; j <= N; j++) {
                if (RAW.has("fij", i, j)) {
                    found.addAll(List.of(i - 1, j - 1, (int) RAW.value("mNumb", i, j)));
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] departureFactors() {
        double[] factors = new double[DEPARTURES.length / 3];
        for (int p = 0; p < factors.length; p++) {
            factors[p] = RAW.value("fij", DEPARTURES[3 * p] + 1, DEPARTURES[3 * p + 1] + 1);
        }
        return factors;
    }

    /** With a γ: 2·β·γ times the pair's critical volume or temperature; without: β². */
    private static double[] pairs(String beta, @Nullable String gamma) {
        double[] values = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = i + 1; j < N; j++) {
                double b = RAW.value(beta, i + 1, j + 1);
                values[i * N + j] = gamma == null
                        ? b * b
                        : 2 * b * RAW.value(gamma, i + 1, j + 1) * (gamma.startsWith("gv") ? volume(i, j) : mean(i, j));
            }
        }
        return values;
    }

    private static double volume(int i, int j) {
        double root = 1 / Math.cbrt(CRITICAL_DENSITY[i]) + 1 / Math.cbrt(CRITICAL_DENSITY[j]);
        return root * root * root / 8;
    }

    private static double mean(int i, int j) {
        return Math.sqrt(CRITICAL_TEMPERATURE[i] * CRITICAL_TEMPERATURE[j]);
    }
}
