package io.tallybook.query.metering;

import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATED_INTERVAL;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.migrations.jooq.tables.records.ViewEstimateRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads estimates and what they say of each interval. */
final class EstimateReader {
    /** Intervals read at once; a month of quarter hours has 2,980. */
    private static final int MOST_INTERVALS = 10_000;

    /** Intervals that stand in a whole network's month; a quarter of 1,000 hourly points. */
    private static final int MOST_STANDING = 200_000;

    private static final Condition WAITS = VIEW_ESTIMATE.STATE.eq(DSL.inline("WAITING"));
    private static final Condition STANDS = VIEW_ESTIMATED_INTERVAL.STATE.eq(DSL.inline("STANDING"));

    private final DSLContext db;

    EstimateReader(DSLContext db) {
        this.db = db;
    }

    List<EstimateView> of(MeterMonthId month) {
        return db
                .selectFrom(VIEW_ESTIMATE)
                .where(VIEW_ESTIMATE.PERIOD.eq(month.period().value()))
                .and(VIEW_ESTIMATE.POINT.eq(month.point().value()))
                .orderBy(VIEW_ESTIMATE.NUMBER)
                .stream()
                .map(EstimateReader::view)
                .toList();
    }

    private static EstimateView view(ViewEstimateRecord row) {
        return new EstimateView(
                MeterMonthId.of(new PointId(row.getPoint()), new AccountingPeriod(row.getPeriod())),
                row.getNumber(),
                EstimateMethod.valueOf(row.getMethod()),
                EstimateState.valueOf(row.getState()),
                row.getIntervals(),
                row.getRemaining(),
                new Energy(row.getKwh()),
                row.getInputs(),
                new Energy(row.getInputsKwh()),
                new Energy(row.getAloneKwh()),
                new Energy(row.getLimitKwh()),
                row.getReason(),
                new PersonId(row.getByPerson()),
                row.getAt(),
                person(row.getDecidedBy()),
                row.getDecidedAt(),
                row.getWithdrawnBecause(),
                row.getPosition());
    }

    List<EstimatedIntervalView> intervals(MeterMonthId month) {
        return intervals(
                VIEW_ESTIMATED_INTERVAL
                        .PERIOD
                        .eq(month.period().value())
                        .and(VIEW_ESTIMATED_INTERVAL.POINT.eq(month.point().value())),
                MOST_INTERVALS);
    }

    List<EstimatedIntervalView> intervals(PointId point, GasDay day) {
        return intervals(
                VIEW_ESTIMATED_INTERVAL.POINT.eq(point.value()).and(VIEW_ESTIMATED_INTERVAL.DAY.eq(day.date())),
                MOST_INTERVALS);
    }

    List<EstimatedIntervalView> standing(String[] points, AccountingPeriod period) {
        return intervals(
                VIEW_ESTIMATED_INTERVAL
                        .PERIOD
                        .eq(period.value())
                        .and(VIEW_ESTIMATED_INTERVAL.POINT.eq(DSL.any(points)))
                        .and(STANDS),
                MOST_STANDING);
    }

    private List<EstimatedIntervalView> intervals(Condition which, int most) {
        return db.select(VIEW_ESTIMATED_INTERVAL.fields())
                .select(
                        VIEW_ESTIMATE.METHOD,
                        VIEW_ESTIMATE.REASON,
                        VIEW_ESTIMATE.BY_PERSON,
                        VIEW_ESTIMATE.DECIDED_BY,
                        VIEW_ESTIMATE.STATE)
                .from(VIEW_ESTIMATED_INTERVAL)
                .join(VIEW_ESTIMATE)
                .on(VIEW_ESTIMATE.PERIOD.eq(VIEW_ESTIMATED_INTERVAL.PERIOD))
                .and(VIEW_ESTIMATE.POINT.eq(VIEW_ESTIMATED_INTERVAL.POINT))
                .and(VIEW_ESTIMATE.NUMBER.eq(VIEW_ESTIMATED_INTERVAL.NUMBER))
                .where(which)
                .orderBy(VIEW_ESTIMATED_INTERVAL.POINT, VIEW_ESTIMATED_INTERVAL.START, VIEW_ESTIMATED_INTERVAL.NUMBER)
                .limit(most)
                .fetch(EstimateReader::interval);
    }

    private static EstimatedIntervalView interval(Record row) {
        boolean withdrawn = EstimateState.WITHDRAWN.name().equals(row.get(VIEW_ESTIMATE.STATE));
        return new EstimatedIntervalView(
                MeterMonthId.of(
                        new PointId(row.get(VIEW_ESTIMATED_INTERVAL.POINT)),
                        new AccountingPeriod(row.get(VIEW_ESTIMATED_INTERVAL.PERIOD))),
                row.get(VIEW_ESTIMATED_INTERVAL.NUMBER),
                GasDay.of(row.get(VIEW_ESTIMATED_INTERVAL.DAY)),
                row.get(VIEW_ESTIMATED_INTERVAL.START),
                row.get(VIEW_ESTIMATED_INTERVAL.VERSION),
                new Energy(row.get(VIEW_ESTIMATED_INTERVAL.KWH)),
                EstimateState.valueOf(row.get(VIEW_ESTIMATED_INTERVAL.STATE)),
                row.get(VIEW_ESTIMATED_INTERVAL.ACTUAL_KWH) == null
                        ? null
                        : new Energy(row.get(VIEW_ESTIMATED_INTERVAL.ACTUAL_KWH)),
                EstimateMethod.valueOf(row.get(VIEW_ESTIMATE.METHOD)),
                row.get(VIEW_ESTIMATE.REASON),
                new PersonId(row.get(VIEW_ESTIMATE.BY_PERSON)),
                withdrawn ? null : person(row.get(VIEW_ESTIMATE.DECIDED_BY)),
                row.get(VIEW_ESTIMATED_INTERVAL.POSITION));
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    /** Starts that have a standing estimate. */
    Set<Instant> starts(PointId point, GasDay day) {
        return db.select(VIEW_ESTIMATED_INTERVAL.START)
                .from(VIEW_ESTIMATED_INTERVAL)
                .where(VIEW_ESTIMATED_INTERVAL.POINT.eq(point.value()))
                .and(VIEW_ESTIMATED_INTERVAL.DAY.eq(day.date()))
                .and(STANDS)
                .fetchSet(VIEW_ESTIMATED_INTERVAL.START);
    }

    /** How many intervals of each day stand by an estimate. */
    Map<LocalDate, Integer> byDay(MeterMonthId month) {
        return db.select(VIEW_ESTIMATED_INTERVAL.DAY, DSL.count())
                .from(VIEW_ESTIMATED_INTERVAL)
                .where(VIEW_ESTIMATED_INTERVAL.PERIOD.eq(month.period().value()))
                .and(VIEW_ESTIMATED_INTERVAL.POINT.eq(month.point().value()))
                .and(STANDS)
                .groupBy(VIEW_ESTIMATED_INTERVAL.DAY)
                .fetchMap(VIEW_ESTIMATED_INTERVAL.DAY, DSL.count());
    }

    /** How many intervals of each point's month stand by an estimate. */
    Map<String, Integer> byPoint(String[] points, AccountingPeriod period) {
        return db.select(VIEW_ESTIMATED_INTERVAL.POINT, DSL.count())
                .from(VIEW_ESTIMATED_INTERVAL)
                .where(VIEW_ESTIMATED_INTERVAL.PERIOD.eq(period.value()))
                .and(VIEW_ESTIMATED_INTERVAL.POINT.eq(DSL.any(points)))
                .and(STANDS)
                .groupBy(VIEW_ESTIMATED_INTERVAL.POINT)
                .fetchMap(VIEW_ESTIMATED_INTERVAL.POINT, DSL.count());
    }

    /** How many estimates of each point's month wait to be accepted. */
    Map<String, Integer> waiting(String[] points, AccountingPeriod period) {
        return db.select(VIEW_ESTIMATE.POINT, DSL.count())
                .from(VIEW_ESTIMATE)
                .where(VIEW_ESTIMATE.PERIOD.eq(period.value()))
                .and(VIEW_ESTIMATE.POINT.eq(DSL.any(points)))
                .and(WAITS)
                .groupBy(VIEW_ESTIMATE.POINT)
                .fetchMap(VIEW_ESTIMATE.POINT, DSL.count());
    }
}
