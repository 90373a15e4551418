package io.tallybook.ui.bench;

import io.tallybook.messages.GasDay;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the points of a {@link BenchSystem} read, made from a seed, as the shipped profile {@code hourly-csv} takes it: an hour
 * of all points, then the next hour. Every area balances to the kWh.
 */
final class BenchRows {
    /** One reading, signed. */
    record Row(String point, Instant start, long kwh) {}

    private final BenchSystem system;
    private final Random random = new Random(20_241_031);

    BenchRows(BenchSystem system) {
        this.system = system;
    }

    /** The hours of some gas days, in order; each call goes on with the random numbers. */
    List<Row> of(List<GasDay> days) {
        List<Row> rows = new ArrayList<>();
        for (GasDay day : days) {
            Instant end = BenchSystem.GAS_DAY.end(day);
            for (Instant hour = BenchSystem.GAS_DAY.start(day);
                    hour.isBefore(end);
                    hour = hour.plus(Duration.ofHours(1))) {
                for (int area = 0; area < system.areas(); area++) {
                    hour(area, hour, rows);
                }
            }
        }
        return rows;
    }

    private void hour(int area, Instant start, List<Row> rows) {
        long delivered = 0;
        int[] points = system.pointsOf(area).toArray();
        for (int i = 1; i < points.length; i++) {
            long kwh = 1_000L + random.nextInt(99_000);
            long signed = system.isStorage(points[i]) && random.nextBoolean() ? kwh / 10 : -kwh;
            rows.add(new Row(system.point(points[i]), start, signed));
            delivered += signed;
        }
        rows.add(new Row(system.point(points[0]), start, -delivered));
    }

    static Path write(List<Row> rows, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("point,start,kwh,quality\n");
            for (Row row : rows) {
                out.write(row.point() + "," + row.start() + "," + row.kwh() + ",GOOD\n");
            }
        }
        return file;
    }
}
