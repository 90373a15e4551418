package io.tallybook.ui.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the points of a {@link BenchSystem} read, made from a seed, as the shipped profile {@code hourly-csv} takes it: an hour
 * of all points, then the next hour. Every area balances to the kWh. Of the points that deliver one reading in twenty never
 * comes, one in a hundred comes wrong at first and one in a thousand cannot be read at first.
 */
final class BenchRows {
    /** What becomes of a reading on its way. */
    enum Fate {
        GOOD,
        MISSING,
        WRONG_AT_FIRST,
        UNREADABLE_AT_FIRST
    }

    /** One reading, signed. */
    record Row(String point, Instant start, long kwh, Fate fate) {
        /** Whether the first delivery has a figure that can be read. */
        boolean given() {
            return fate == Fate.GOOD || fate == Fate.WRONG_AT_FIRST;
        }

        boolean givenAgain() {
            return fate == Fate.WRONG_AT_FIRST || fate == Fate.UNREADABLE_AT_FIRST;
        }

        private String first() {
            return switch (fate) {
                case WRONG_AT_FIRST -> String.valueOf(kwh + 1 + kwh / 100);
                case UNREADABLE_AT_FIRST -> "n/a";
                default -> String.valueOf(kwh);
            };
        }
    }

    private static final int THOUSAND = 1_000;
    private static final int MISSING = 50;
    private static final int WRONG = MISSING + 10;

    private final BenchSystem system;
    private final Random random = new Random(20_241_031);
    private final Random fates = new Random(31);

    BenchRows(BenchSystem system) {
        this.system = system;
    }

    /** Some hours, in order; each call goes on with the random numbers. */
    List<Row> of(List<Instant> hours) {
        List<Row> rows = new ArrayList<>();
        for (Instant hour : hours) {
            for (int area = 0; area < system.areas(); area++) {
                hour(area, hour, rows);
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
            rows.add(new Row(system.point(points[i]), start, signed, fate()));
            delivered += signed;
        }
        rows.add(new Row(system.point(points[0]), start, -delivered, Fate.GOOD));
    }

    private Fate fate() {
        int drawn = fates.nextInt(THOUSAND);
        if (drawn < MISSING) {
            return Fate.MISSING;
        }
        return drawn < WRONG ? Fate.WRONG_AT_FIRST : drawn == WRONG ? Fate.UNREADABLE_AT_FIRST : Fate.GOOD;
    }

    /** As the readings come first. */
    static void write(List<Row> rows, Path file) throws IOException {
        write(rows.stream().filter(row -> row.fate() != Fate.MISSING), Row::first, file);
    }

    /** As those come that were wrong or could not be read. */
    static void writeAgain(List<Row> rows, Path file) throws IOException {
        write(rows.stream(), row -> String.valueOf(row.kwh()), file);
    }

    private static void write(Stream<Row> rows, Function<Row, String> figure, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("point,start,kwh,quality\n");
            for (Row row : (Iterable<Row>) rows::iterator) {
                out.write(row.point() + "," + row.start() + "," + figure.apply(row) + ",GOOD\n");
            }
        }
    }
}
