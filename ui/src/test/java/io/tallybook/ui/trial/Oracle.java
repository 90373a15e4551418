package io.tallybook.ui.trial;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.network.PointRole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A month computed a second time from the meters' rows, with integers and code that shares nothing with the program: gas days
 * by the local clock, Hamilton's method by shares, money half-up once per shipper, point, day and way.
 */
final class Oracle {
    private static final BigDecimal MJ_PER_MMBTU = new BigDecimal("1055.05585262");
    private static final BigDecimal MJ_PER_KWH = new BigDecimal("3.6");
    private static final BigInteger WHOLE = BigInteger.valueOf(100_000_000);

    /** One shipper's month. */
    record Totals(
            long receipts,
            long deliveries,
            BigDecimal mmbtuIn,
            BigDecimal mmbtuOut,
            BigDecimal bought,
            BigDecimal sold) {
        static final Totals NONE = new Totals(0, 0, zero(6), zero(6), zero(2), zero(2));

        private static BigDecimal zero(int scale) {
            return BigDecimal.ZERO.setScale(scale);
        }

        Totals plus(Totals o) {
            return new Totals(
                    receipts + o.receipts,
                    deliveries + o.deliveries,
                    mmbtuIn.add(o.mmbtuIn),
                    mmbtuOut.add(o.mmbtuOut),
                    bought.add(o.bought),
                    sold.add(o.sold));
        }
    }

    /** One area's month or day; {@code stored} is what went into storage. */
    record AreaTotals(long receipts, long deliveries, long stored) {
        AreaTotals plus(AreaTotals o) {
            return new AreaTotals(receipts + o.receipts, deliveries + o.deliveries, stored + o.stored);
        }
    }

    private final GasSystem system;
    private final Map<Integer, Map<LocalDate, long[]>> dayTotals = new TreeMap<>();

    Oracle(GasSystem system, List<Meters.Row> rows) {
        this.system = system;
        for (Meters.Row row : rows) {
            LocalDate day = gasDay(row);
            long[] ways =
                    dayTotals.computeIfAbsent(row.point(), p -> new TreeMap<>()).computeIfAbsent(day, d -> new long[2]);
            ways[row.kwh() < 0 ? 1 : 0] += Math.abs(row.kwh());
        }
    }

    private static LocalDate gasDay(Meters.Row row) {
        ZonedDateTime local = row.start().atZone(ZoneId.of("Europe/Copenhagen"));
        return local.toLocalTime().isBefore(LocalTime.of(6, 0))
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    AreaTotals area(int number) {
        return system.period().days().stream()
                .map(day -> area(number, day))
                .reduce(new AreaTotals(0, 0, 0), AreaTotals::plus);
    }

    AreaTotals area(int number, GasDay day) {
        long in = 0;
        long out = 0;
        long stored = 0;
        for (int point : system.pointsOf(number).toArray()) {
            long[] ways = dayTotals.getOrDefault(point, Map.of()).getOrDefault(day.date(), new long[2]);
            if (system.role(point) == PointRole.STORAGE) {
                stored += ways[1] - ways[0];
            } else {
                in += ways[0];
                out += ways[1];
            }
        }
        return new AreaTotals(in, out, stored);
    }

    /** One point-day one way of a shipper, where there is any energy. */
    record Line(PointId point, GasDay day, Direction way, Energy energy, BigDecimal mmbtu, Money amount) {}

    /** Every line of a shipper's statement, in no order. */
    Set<Line> lines(int shipper) {
        Set<Line> lines = new HashSet<>();
        dayTotals.forEach((point, days) -> {
            if (system.role(point) == PointRole.FLOW) {
                days.forEach((day, ways) -> {
                    Totals one = line(point, shipper, day, ways);
                    GasDay of = new GasDay(day.toString());
                    if (one.receipts() > 0) {
                        lines.add(line(point, of, Direction.RECEIPT, one.receipts(), one.mmbtuIn(), one.bought()));
                    }
                    if (one.deliveries() > 0) {
                        lines.add(line(point, of, Direction.DELIVERY, one.deliveries(), one.mmbtuOut(), one.sold()));
                    }
                });
            }
        });
        return lines;
    }

    private Line line(int point, GasDay day, Direction way, long kwh, BigDecimal mmbtu, BigDecimal amount) {
        return new Line(system.point(point), day, way, Energy.ofKwh(kwh), mmbtu, new Money(amount, "USD"));
    }

    Totals shipper(int shipper) {
        Totals totals = Totals.NONE;
        for (int point = 0; point < system.points(); point++) {
            if (system.role(point) == PointRole.FLOW) {
                for (var day : dayTotals.getOrDefault(point, Map.of()).entrySet()) {
                    totals = totals.plus(line(point, shipper, day.getKey(), day.getValue()));
                }
            }
        }
        return totals;
    }

    Totals month() {
        Totals totals = Totals.NONE;
        for (int shipper = 0; shipper < GasSystem.SHIPPERS; shipper++) {
            totals = totals.plus(shipper(shipper));
        }
        return totals;
    }

    private static Totals line(int point, int shipper, LocalDate day, long[] ways) {
        long in = split(ways[0], GasSystem.SHARES[point % 3])[shipper];
        long out = split(ways[1], GasSystem.SHARES[point % 3])[shipper];
        BigDecimal price = new BigDecimal(2000 + 13 * day.getDayOfMonth()).movePointLeft(3);
        return new Totals(in, out, mmbtu(in), mmbtu(out), money(in, price), money(out, price));
    }

    private static BigDecimal mmbtu(long kwh) {
        return BigDecimal.valueOf(kwh).multiply(MJ_PER_KWH).divide(MJ_PER_MMBTU, 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal money(long kwh, BigDecimal price) {
        return BigDecimal.valueOf(kwh)
                .multiply(MJ_PER_KWH)
                .multiply(price)
                .divide(MJ_PER_MMBTU, 2, RoundingMode.HALF_UP);
    }

    /** Ties go to the contract whose id comes first, which is the shipper with the lower number. */
    private static long[] split(long total, int[] shares) {
        long[] parts = new long[shares.length];
        BigInteger[] rests = new BigInteger[shares.length];
        List<Integer> order = new ArrayList<>();
        long left = total;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] quota = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(shares[i]))
                    .divideAndRemainder(WHOLE);
            parts[i] = quota[0].longValueExact();
            rests[i] = quota[1];
            left -= parts[i];
            order.add(i);
        }
        order.sort(Comparator.<Integer, BigInteger>comparing(i -> rests[i]).reversed());
        for (int i = 0; i < left; i++) {
            parts[order.get(i)]++;
        }
        return parts;
    }
}
