package io.tallybook.ui.trial;

import io.tallybook.messages.network.PointRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What the meters of a system read, a row per interval, signed kWh, made from a seed. In every area the first point receives
 * what the others deliver, so that the area balances to the kWh unless a trial changes a row.
 */
final class Meters {
    static final String HEADER = "point,start,kwh,quality\n";

    /** @param interval number of the interval in the month, from 0 */
    record Row(int point, int interval, Instant start, long kwh) {
        Row with(long other) {
            return new Row(point, interval, start, other);
        }
    }

    private final GasSystem system;
    private final List<Row> rows = new ArrayList<>();

    Meters(GasSystem system, long seed) {
        this.system = system;
        Random random = new Random(seed);
        for (int area = 0; area < system.areas(); area++) {
            List<Integer> points = system.pointsOf(area).boxed().toList();
            int interval = 0;
            for (Instant start : starts(system)) {
                long rest = 0;
                for (int point : points.subList(1, points.size())) {
                    long kwh = reading(point, random);
                    rows.add(new Row(point, interval, start, kwh));
                    rest += kwh;
                }
                rows.add(new Row(points.getFirst(), interval, start, -rest));
                interval++;
            }
        }
    }

    /** Storage goes both ways, every seventh point turns round now and then, the others deliver. */
    private long reading(int point, Random random) {
        long kwh = 1_000 + random.nextInt(99_000);
        boolean receives = system.role(point) == PointRole.STORAGE
                ? random.nextBoolean()
                : point % 7 == 3 && random.nextInt(5) == 0;
        return receives ? kwh / 10 : -kwh;
    }

    static List<Instant> starts(GasSystem system) {
        List<Instant> starts = new ArrayList<>();
        Instant end = GasSystem.GAS_DAY.end(system.period());
        Instant start = GasSystem.GAS_DAY.start(system.period());
        while (start.isBefore(end)) {
            starts.add(start);
            start = system.interval().end(start, GasSystem.GAS_DAY);
        }
        return starts;
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Changes one row, in the test's own books too. */
    Row change(int point, int interval, long difference) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.point() == point && row.interval() == interval) {
                rows.set(i, row.with(row.kwh() + difference));
                return rows.get(i);
            }
        }
        throw new IllegalArgumentException("no row of point " + point + " at " + interval);
    }

    String csv() {
        return csv(row -> true);
    }

    String csv(Predicate<Row> which) {
        return csv(rows.stream().filter(which).toList());
    }

    String csv(List<Row> some) {
        StringBuilder csv = new StringBuilder(HEADER);
        some.forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    String line(Row row) {
        return line(row, Long.toString(row.kwh()));
    }

    /** The row with something else where the number should be. */
    String line(Row row, String kwh) {
        return system.point(row.point()).value() + "," + row.start() + "," + kwh + ",GOOD\n";
    }
}
