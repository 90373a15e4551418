package io.tallybook.query.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.network.PointRule;
import io.tallybook.query.projection.At;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of recordings adds to days and months, written by three statements however many events there are: an import
 * of 30,000 files' rows must not wait for its own view. A row that already holds an event's position takes nothing twice.
 */
final class RecordedRows {
    /** The most rows held back; more are written at once. */
    static final int MOST = 5_000;

    private static final String DELIVERIES = """
            insert into view_delivery (point, day, position, kind, records)
            select d.point, d.day, d.position, 'RECORDED', d.records
            from unnest(?::text[], ?::date[], ?::bigint[], ?::int[]) as d (point, day, position, records)
            on conflict do nothing
            """;
    private static final String DAYS = """
            insert into view_day_total as t (point, day, expected, recorded, versions, receipt_kwh, delivery_kwh, position)
            select * from unnest(?::text[], ?::date[], ?::int[], ?::int[], ?::int[], ?::numeric[], ?::numeric[], ?::bigint[])
            on conflict (point, day) do update set
                expected = excluded.expected,
                recorded = t.recorded + excluded.recorded,
                versions = t.versions + excluded.versions,
                receipt_kwh = t.receipt_kwh + excluded.receipt_kwh,
                delivery_kwh = t.delivery_kwh + excluded.delivery_kwh,
                position = excluded.position
            where t.position < excluded.position
            """;
    private static final String MONTHS = """
            insert into view_meter_month as t
                (point, period, state, expected, recorded, receipt_kwh, delivery_kwh, attempt, through_sequence, sequence, position)
            select m.point, m.period, 'OPEN', m.expected, m.recorded, m.receipt, m.delivery, 0, -1, m.sequence, m.position
            from unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::numeric[], ?::numeric[], ?::bigint[], ?::bigint[])
                as m (point, period, expected, recorded, receipt, delivery, sequence, position)
            on conflict (period, point) do update set
                expected = excluded.expected,
                recorded = t.recorded + excluded.recorded,
                receipt_kwh = t.receipt_kwh + excluded.receipt_kwh,
                delivery_kwh = t.delivery_kwh + excluded.delivery_kwh,
                sequence = excluded.sequence,
                position = excluded.position
            where t.position < excluded.position
            """;

    private final DSLContext db;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<DayKey, Sum> days = new LinkedHashMap<>();
    private final Map<MonthKey, Sum> months = new LinkedHashMap<>();
    private final Map<ExpectedKey, Integer> expected = new HashMap<>();

    private record Delivery(String point, LocalDate day, long position, int records) {}

    private record DayKey(String point, LocalDate day) {}

    private record MonthKey(String point, String period) {}

    private record ExpectedKey(PointRule rule, AccountingPeriod period) {}

    RecordedRows(DSLContext db) {
        this.db = db;
    }

    void add(QuantitiesRecorded event, At at) {
        String point = event.month().point().value();
        AccountingPeriod period = event.month().period();
        LocalDate day = event.day().date();
        deliveries.add(
                new Delivery(point, day, at.position(), event.quantities().size()));
        days.computeIfAbsent(new DayKey(point, day), k -> new Sum())
                .add(event, event.rule().recordsIn(event.day()), true, at);
        months.computeIfAbsent(new MonthKey(point, period.value()), k -> new Sum())
                .add(event, expected(event.rule(), period), event.rule().covers(event.day()), at);
        if (deliveries.size() >= MOST) {
            write();
        }
    }

    private int expected(PointRule rule, AccountingPeriod period) {
        return expected.computeIfAbsent(
                new ExpectedKey(rule, period), key -> key.rule().recordsIn(key.period()));
    }

    void write() {
        if (deliveries.isEmpty()) {
            return;
        }
        db.execute(
                DELIVERIES,
                texts(deliveries, Delivery::point),
                dates(deliveries, Delivery::day),
                longs(deliveries, Delivery::position),
                ints(deliveries, Delivery::records));
        Collection<Sum> day = days.values();
        db.execute(
                DAYS,
                texts(days.keySet(), DayKey::point),
                dates(days.keySet(), DayKey::day),
                ints(day, s -> s.expected),
                ints(day, s -> s.recorded),
                ints(day, s -> s.versions),
                numbers(day, s -> s.receipt),
                numbers(day, s -> s.delivery),
                longs(day, s -> s.position));
        Collection<Sum> month = months.values();
        db.execute(
                MONTHS,
                texts(months.keySet(), MonthKey::point),
                texts(months.keySet(), MonthKey::period),
                ints(month, s -> s.expected),
                ints(month, s -> s.recorded),
                numbers(month, s -> s.receipt),
                numbers(month, s -> s.delivery),
                longs(month, s -> s.sequence),
                longs(month, s -> s.position));
        deliveries.clear();
        days.clear();
        months.clear();
    }

    /** What a batch adds to one row. */
    private static final class Sum {
        private int expected;
        private int recorded;
        private int versions;
        private BigDecimal receipt = BigDecimal.ZERO;
        private BigDecimal delivery = BigDecimal.ZERO;
        private long sequence = -1;
        private long position;

        /** A record from before the point is in force is a fact of its day, and counts in no month. */
        void add(QuantitiesRecorded event, int expectedRecords, boolean awaited, At at) {
            if (at.position() <= position) {
                return;
            }
            for (RecordedQuantity one : awaited ? event.quantities() : List.<RecordedQuantity>of()) {
                recorded += one.previous() == null ? 1 : 0;
                receipt = receipt.add(part(one.quantity().signed(), Direction.RECEIPT))
                        .subtract(part(one.previous(), Direction.RECEIPT));
                delivery = delivery.add(part(one.quantity().signed(), Direction.DELIVERY))
                        .subtract(part(one.previous(), Direction.DELIVERY));
            }
            versions += event.quantities().size();
            expected = expectedRecords;
            sequence = at.sequence();
            position = at.position();
        }

        /** How much of a signed amount went that way. */
        private static BigDecimal part(@Nullable Energy signed, Direction direction) {
            return signed == null || Direction.of(signed) != direction
                    ? BigDecimal.ZERO
                    : signed.abs().kwh();
        }
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> LocalDate[] dates(Collection<T> rows, Function<T, LocalDate> column) {
        return rows.stream().map(column).toArray(LocalDate[]::new);
    }

    private static <T> Integer[] ints(Collection<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static <T> Long[] longs(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> BigDecimal[] numbers(Collection<T> rows, Function<T, BigDecimal> column) {
        return rows.stream().map(column).toArray(BigDecimal[]::new);
    }
}
