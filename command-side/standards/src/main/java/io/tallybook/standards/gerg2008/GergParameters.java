package io.tallybook.standards.gerg2008;

import io.tallybook.standards.Coefficients;
import java.util.HashMap;
import java.util.Map;

/** The parameters of GERG-2008 by the name of their array and one or two places, counted from 1, as the table has them. */
final class GergParameters {
    private final Map<String, Map<Integer, Double>> arrays = new HashMap<>();

    GergParameters(Coefficients files) {
        for (Map<String, String> row : files.rows("gerg2008_raw_parameters")) {
            double j = Coefficients.number(row, "j");
            arrays.computeIfAbsent(row.getOrDefault("array", ""), name -> new HashMap<>())
                    .put(
                            key((int) Coefficients.number(row, "i"), Double.isNaN(j) ? 0 : (int) j),
                            Coefficients.number(row, "value"));
        }
    }

    /** One value per component. */
    double[] vector(String array) {
        double[] values = new double[GergTables.N];
        for (int i = 0; i < GergTables.N; i++) {
            values[i] = value(array, i + 1, 0);
        }
        return values;
    }

    /** The values (i, 1) to (i, count). */
    double[] row(String array, int i, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = value(array, i, k + 1);
        }
        return values;
    }

    /** How many values there are from (i, 1) on. */
    int count(String array, int i) {
        int count = 0;
        while (has(array, i, count + 1)) {
            count++;
        }
        return count;
    }

    boolean has(String array, int i, int j) {
        return arrays.getOrDefault(array, Map.of()).containsKey(key(i, j));
    }

    /** @throws IllegalStateException when there is none */
    double value(String array, int i, int j) {
        Double value = arrays.getOrDefault(array, Map.of()).get(key(i, j));
        if (value == null) {
            throw new IllegalStateException("no parameter " + array + "(" + i + "," + j + ")");
        }
        return value;
    }

    private static int key(int i, int j) {
        return i * 1000 + j;
    }
}
