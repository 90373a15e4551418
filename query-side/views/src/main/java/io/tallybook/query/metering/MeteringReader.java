package io.tallybook.query.metering;

import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_DELIVERY;
import static io.tallybook.migrations.jooq.Tables.VIEW_METER_MONTH;
import static io.tallybook.migrations.jooq.Tables.VIEW_REJECTED_READING;

import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRule;
import io.tallybook.migrations.jooq.tables.records.ViewDayTotalRecord;
import io.tallybook.migrations.jooq.tables.records.ViewMeterMonthRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.query.projection.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads months and days from their tables, and the records themselves from the events those name. */
final class MeteringReader implements MeteringQueries {
    /** Literal, so that the index over late deliveries serves it. */
    private static final Condition LATE = VIEW_DELIVERY.KIND.in(DSL.inline("LATE_FROZEN"), DSL.inline("LATE_CLOSED"));

    private final DSLContext db;
    private final NetworkQueries network;
    private final DeliveredRecords records;
    private final EstimateReader estimates;

    MeteringReader(DSLContext db, NetworkQueries network, EventReader log) {
        this.db = db;
        this.network = network;
        this.records = new DeliveredRecords(db, log);
        this.estimates = new EstimateReader(db);
    }

    @Override
    public Page<MeterMonthView> months(
            NetworkId networkId, @Nullable AreaId area, AccountingPeriod period, PageRequest page) {
        String cursor = page.cursor();
        String after = cursor == null ? "" : Cursor.parts(cursor, 1).getFirst();
        List<PointView> points = (area == null ? network.points(networkId) : network.points(area))
                .stream()
                        .filter(p -> p.point().value().compareTo(after) > 0)
                        .limit(page.limit() + 1L)
                        .toList();
        return Cursor.page(
                months(points, period), page, m -> Cursor.of(m.month().point().value()));
    }

    @Override
    public List<MeterMonthView> months(NetworkId networkId, AccountingPeriod period) {
        return months(network.points(networkId), period);
    }

    @Override
    public Optional<MeterMonthView> month(MeterMonthId month) {
        return network.point(month.point())
                .map(p -> months(List.of(p), month.period()).getFirst());
    }

    private List<MeterMonthView> months(List<PointView> points, AccountingPeriod period) {
        String[] ids = points.stream().map(p -> p.point().value()).toArray(String[]::new);
        Map<String, ViewMeterMonthRecord> rows = db.selectFrom(VIEW_METER_MONTH)
                .where(VIEW_METER_MONTH.PERIOD.eq(period.value()))
                .and(VIEW_METER_MONTH.POINT.eq(DSL.any(ids)))
                .fetchMap(VIEW_METER_MONTH.POINT);
        Map<String, Integer> rejected = db.select(VIEW_REJECTED_READING.POINT, DSL.count())
                .from(VIEW_REJECTED_READING)
                .where(VIEW_REJECTED_READING.PERIOD.eq(period.value()))
                .and(VIEW_REJECTED_READING.OPEN)
                .groupBy(VIEW_REJECTED_READING.POINT)
                .fetchMap(VIEW_REJECTED_READING.POINT, DSL.count());
        Map<String, Integer> late = late(ids, period);
        Map<String, Integer> estimated = estimates.byPoint(ids, period);
        Map<String, Integer> waiting = estimates.waiting(ids, period);
        Map<PointRule, Integer> expected = new HashMap<>();
        return points.stream()
                .map(p -> month(
                        p,
                        period,
                        Optional.ofNullable(rows.get(p.point().value())),
                        expected.computeIfAbsent(unversioned(p.rule()), rule -> rule.recordsIn(period)),
                        rejected.getOrDefault(p.point().value(), 0),
                        late.getOrDefault(p.point().value(), 0),
                        estimated.getOrDefault(p.point().value(), 0),
                        waiting.getOrDefault(p.point().value(), 0)))
                .toList();
    }

    /** Points of one rule expect the same, whatever their versions. */
    private static PointRule unversioned(PointRule rule) {
        return new PointRule(rule.gasDay(), rule.interval(), rule.inForceFrom(), 1);
    }

    private static MeterMonthView month(
            PointView point,
            AccountingPeriod period,
            Optional<ViewMeterMonthRecord> row,
            int expected,
            int rejected,
            int late,
            int estimated,
            int waiting) {
        int recorded = row.map(ViewMeterMonthRecord::getRecorded).orElse(0);
        return new MeterMonthView(
                MeterMonthId.of(point.point(), period),
                point.name(),
                point.area(),
                point.role(),
                point.rule().interval(),
                row.map(r -> MeterMonthState.valueOf(r.getState())).orElse(MeterMonthState.OPEN),
                expected,
                recorded,
                Math.max(0, expected - recorded),
                rejected,
                late,
                estimated,
                waiting,
                row.map(r -> new Energy(r.getReceiptKwh())).orElse(Energy.ZERO),
                row.map(r -> new Energy(r.getDeliveryKwh())).orElse(Energy.ZERO),
                row.map(ViewMeterMonthRecord::getCloseId).map(CloseId::new).orElse(null),
                row.map(ViewMeterMonthRecord::getContentHash).map(Sha256::new).orElse(null),
                row.map(ViewMeterMonthRecord::getSequence).orElse(-1L),
                row.map(ViewMeterMonthRecord::getPosition).orElse(0L));
    }

    @Override
    public List<DayTotalView> days(MeterMonthId month) {
        return network.point(month.point())
                .map(point -> days(month, point.rule()))
                .orElse(List.of());
    }

    private List<DayTotalView> days(MeterMonthId month, PointRule rule) {
        AccountingPeriod period = month.period();
        Map<LocalDate, ViewDayTotalRecord> rows = db.selectFrom(VIEW_DAY_TOTAL)
                .where(VIEW_DAY_TOTAL.POINT.eq(month.point().value()))
                .and(VIEW_DAY_TOTAL.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .fetchMap(VIEW_DAY_TOTAL.DAY);
        Map<LocalDate, Integer> late = db
                .select(VIEW_DELIVERY.DAY, VIEW_DELIVERY.RECORDS)
                .from(VIEW_DELIVERY)
                .where(VIEW_DELIVERY.POINT.eq(month.point().value()))
                .and(VIEW_DELIVERY.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .and(LATE)
                .stream()
                .collect(Collectors.toMap(r -> r.value1(), r -> r.value2(), Integer::sum));
        Map<LocalDate, Integer> estimated = estimates.byDay(month);
        return period.days().stream()
                .map(day -> day(
                        day,
                        rule,
                        Optional.ofNullable(rows.get(day.date())),
                        late.getOrDefault(day.date(), 0),
                        estimated.getOrDefault(day.date(), 0)))
                .toList();
    }

    private static DayTotalView day(
            GasDay day, PointRule rule, Optional<ViewDayTotalRecord> row, int late, int estimated) {
        return new DayTotalView(
                new DayTotal(
                        day,
                        row.map(r -> new Energy(r.getReceiptKwh())).orElse(Energy.ZERO),
                        row.map(r -> new Energy(r.getDeliveryKwh())).orElse(Energy.ZERO)),
                rule.recordsIn(day),
                row.map(ViewDayTotalRecord::getRecorded).orElse(0),
                row.map(ViewDayTotalRecord::getVersions).orElse(0),
                late,
                estimated,
                row.map(ViewDayTotalRecord::getPosition).orElse(0L));
    }

    @Override
    public List<QuantityRecordView> records(PointId point, GasDay day) {
        return records.of(point, day, network.point(point).map(PointView::rule));
    }

    @Override
    public List<EstimateView> estimates(MeterMonthId month) {
        return estimates.of(month);
    }

    @Override
    public List<EstimatedIntervalView> estimatedIntervals(MeterMonthId month) {
        return estimates.intervals(month);
    }

    @Override
    public List<EstimatedIntervalView> estimatedIntervals(PointId point, GasDay day) {
        return estimates.intervals(point, day);
    }

    @Override
    public List<EstimatedIntervalView> standingEstimates(NetworkId networkId, AccountingPeriod period) {
        String[] points =
                network.points(networkId).stream().map(p -> p.point().value()).toArray(String[]::new);
        return estimates.standing(points, period);
    }

    /** Only days that are short of records are looked into. */
    @Override
    public List<Instant> missing(MeterMonthId month, int limit) {
        Invalid.unless(limit >= 1 && limit <= 3_000, "1 to 3000 intervals are listed at once, not " + limit);
        Optional<PointView> point = network.point(month.point());
        if (point.isEmpty()) {
            return List.of();
        }
        PointRule rule = point.get().rule();
        List<Instant> missing = new ArrayList<>();
        for (DayTotalView day : days(month, rule)) {
            if (day.recorded() < day.expected() && missing.size() < limit) {
                missing.addAll(records.missing(
                        month.point(),
                        day.total().day(),
                        rule,
                        estimates.starts(month.point(), day.total().day())));
            }
        }
        return missing.stream().limit(limit).toList();
    }

    @Override
    public int late(NetworkId networkId, AccountingPeriod period) {
        String[] points =
                network.points(networkId).stream().map(p -> p.point().value()).toArray(String[]::new);
        return late(points, period).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Map<String, Integer> late(String[] points, AccountingPeriod period) {
        return db
                .select(VIEW_DELIVERY.POINT, DSL.sum(VIEW_DELIVERY.RECORDS))
                .from(VIEW_DELIVERY)
                .where(VIEW_DELIVERY.POINT.eq(DSL.any(points)))
                .and(VIEW_DELIVERY.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .and(LATE)
                .groupBy(VIEW_DELIVERY.POINT)
                .stream()
                .collect(Collectors.toMap(r -> r.value1(), r -> r.value2().intValue()));
    }
}
