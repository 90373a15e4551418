package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_LINE;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT_LINE;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Adds to the lines of a closed statement what booked packages restated of them. */
final class RestatedReader {
    private final DSLContext db;

    RestatedReader(DSLContext db) {
        this.db = db;
    }

    Optional<RestatedStatement> statement(CloseId close, ShipperId shipper) {
        List<String> packages = packages(close, shipper);
        if (packages.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Sum> sums = new TreeMap<>();
        closed(close, shipper).forEach(row -> sum(sums, row).close(row));
        restated(close, shipper, packages).forEach(row -> sum(sums, row).restate(row));
        List<RestatedStatement.Day> days = sums.values().stream().map(Sum::day).toList();
        return Optional.of(new RestatedStatement(
                close,
                shipper,
                packages.size() + 1,
                packages.stream().map(PackageId::new).toList(),
                days,
                Stream.of(Direction.values()).flatMap(way -> month(days, way)).toList()));
    }

    /** Those that restate the month and have a line of the shipper. */
    private List<String> packages(CloseId close, ShipperId shipper) {
        var journal = VIEW_ADJUSTMENT_JOURNAL;
        var line = VIEW_ADJUSTMENT_LINE;
        return db.select(journal.PACKAGE)
                .from(journal)
                .where(journal.CLOSE_ID.eq(close.value()))
                .and(journal.BOOKING.eq(Booking.RESTATED.name()))
                .and(journal.BOOKED_AT.isNotNull())
                .andExists(DSL.selectOne()
                        .from(line)
                        .where(line.PACKAGE.eq(journal.PACKAGE))
                        .and(line.CLOSE_ID.eq(close.value()))
                        .and(line.SHIPPER.eq(shipper.value())))
                .orderBy(journal.BOOKED_AT, journal.JOURNAL)
                .fetch(journal.PACKAGE);
    }

    private Result<Record5<LocalDate, String, BigDecimal, BigDecimal, String>> closed(
            CloseId close, ShipperId shipper) {
        var line = VIEW_STATEMENT_LINE;
        return db.select(
                        line.DAY,
                        line.DIRECTION,
                        DSL.sum(line.KWH).as("kwh"),
                        DSL.sum(line.AMOUNT).as("amount"),
                        DSL.max(line.CURRENCY).as("currency"))
                .from(line)
                .where(line.SHIPPER.eq(shipper.value()))
                .and(line.PERIOD.eq(close.period().value()))
                .groupBy(line.DAY, line.DIRECTION)
                .fetch();
    }

    private Result<Record5<LocalDate, String, BigDecimal, BigDecimal, String>> restated(
            CloseId close, ShipperId shipper, List<String> packages) {
        var line = VIEW_ADJUSTMENT_LINE;
        return db.select(
                        line.DAY,
                        line.DIRECTION,
                        DSL.sum(line.AFTER_KWH.minus(line.BEFORE_KWH)).as("kwh"),
                        DSL.sum(line.AFTER_AMOUNT.minus(line.BEFORE_AMOUNT)).as("amount"),
                        DSL.max(line.CURRENCY).as("currency"))
                .from(line)
                .where(line.CLOSE_ID.eq(close.value()))
                .and(line.SHIPPER.eq(shipper.value()))
                .and(line.PACKAGE.in(packages))
                .groupBy(line.DAY, line.DIRECTION)
                .fetch();
    }

    private static Sum sum(Map<String, Sum> sums, Record row) {
        LocalDate day = row.get(0, LocalDate.class);
        Direction direction = Direction.valueOf(row.get(1, String.class));
        return sums.computeIfAbsent(
                day + "|" + direction.ordinal(),
                key -> new Sum(GasDay.of(day), direction, row.get("currency", String.class)));
    }

    private static Stream<RestatedStatement.Month> month(List<RestatedStatement.Day> days, Direction way) {
        List<RestatedStatement.Day> of =
                days.stream().filter(day -> day.direction() == way).toList();
        return of.stream()
                .map(day -> new RestatedStatement.Month(
                        way, day.closed(), day.restated(), day.amountClosed(), day.amountRestated()))
                .reduce((a, b) -> new RestatedStatement.Month(
                        way,
                        a.closed().plus(b.closed()),
                        a.restated().plus(b.restated()),
                        a.amountClosed().plus(b.amountClosed()),
                        a.amountRestated().plus(b.amountRestated())))
                .stream();
    }

    /** A day one way while its lines are added up. */
    private static final class Sum {
        private final GasDay day;
        private final Direction direction;
        private final String currency;
        private BigDecimal closed = BigDecimal.ZERO;
        private BigDecimal more = BigDecimal.ZERO;
        private BigDecimal amountClosed = BigDecimal.ZERO;
        private BigDecimal amountMore = BigDecimal.ZERO;

        private Sum(GasDay day, Direction direction, String currency) {
            this.day = day;
            this.direction = direction;
            this.currency = currency;
        }

        private void close(Record row) {
            closed = row.get("kwh", BigDecimal.class);
            amountClosed = row.get("amount", BigDecimal.class);
        }

        private void restate(Record row) {
            more = row.get("kwh", BigDecimal.class);
            amountMore = row.get("amount", BigDecimal.class);
        }

        private RestatedStatement.Day day() {
            return new RestatedStatement.Day(
                    day,
                    direction,
                    new Energy(closed),
                    new Energy(closed.add(more)),
                    new Money(amountClosed, currency),
                    new Money(amountClosed.add(amountMore), currency));
        }
    }
}
