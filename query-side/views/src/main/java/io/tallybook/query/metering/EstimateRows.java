package io.tallybook.query.metering;

import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATED_INTERVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_METER_MONTH;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.SupersededEstimate;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.projection.At;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What estimates add to days and months. The actual reading that supersedes one is a recording with what it replaced, so it
 * moves the sums itself; here the estimate is only marked. The estimate's own row keeps an event from counting twice.
 */
final class EstimateRows {
    private static final String DAYS = """
            update view_day_total as t set
                recorded = t.recorded + ?::int * c.intervals,
                receipt_kwh = t.receipt_kwh + ?::int * c.receipt,
                delivery_kwh = t.delivery_kwh + ?::int * c.delivery,
                position = ?
            from (select i.day, count(*)::int as intervals,
                    sum(greatest(i.kwh, 0)) as receipt, sum(greatest(-i.kwh, 0)) as delivery
                  from view_estimated_interval as i
                  where i.period = ? and i.point = ? and i.number = ? and i.state = 'STANDING'
                  group by i.day) as c
            where t.point = ? and t.day = c.day
            """;
    private static final String MONTH = """
            update view_meter_month as t set
                recorded = t.recorded + ?::int * c.intervals,
                receipt_kwh = t.receipt_kwh + ?::int * c.receipt,
                delivery_kwh = t.delivery_kwh + ?::int * c.delivery,
                position = ?
            from (select count(*)::int as intervals,
                    coalesce(sum(greatest(i.kwh, 0)), 0) as receipt, coalesce(sum(greatest(-i.kwh, 0)), 0) as delivery
                  from view_estimated_interval as i
                  where i.period = ? and i.point = ? and i.number = ? and i.state = 'STANDING') as c
            where t.period = ? and t.point = ?
            """;

    private final DSLContext db;

    EstimateRows(DSLContext db) {
        this.db = db;
    }

    void on(GapEstimated e, At at) {
        boolean waits = e.weight().material();
        int made = db.insertInto(VIEW_ESTIMATE)
                .set(VIEW_ESTIMATE.POINT, e.month().point().value())
                .set(VIEW_ESTIMATE.PERIOD, e.month().period().value())
                .set(VIEW_ESTIMATE.NUMBER, e.estimate())
                .set(VIEW_ESTIMATE.METHOD, e.method().name())
                .set(VIEW_ESTIMATE.STATE, (waits ? EstimateState.WAITING : EstimateState.STANDING).name())
                .set(VIEW_ESTIMATE.INTERVALS, e.quantities().size())
                .set(VIEW_ESTIMATE.REMAINING, e.quantities().size())
                .set(VIEW_ESTIMATE.KWH, sum(e.quantities()))
                .set(VIEW_ESTIMATE.INPUTS, e.basis().count())
                .set(VIEW_ESTIMATE.INPUTS_KWH, e.basis().sum().kwh())
                .set(VIEW_ESTIMATE.ALONE_KWH, e.weight().alone().kwh())
                .set(VIEW_ESTIMATE.LIMIT_KWH, e.weight().limit().kwh())
                .set(VIEW_ESTIMATE.REASON, e.reason())
                .set(VIEW_ESTIMATE.BY_PERSON, e.by().value())
                .set(VIEW_ESTIMATE.AT, at.time())
                .set(VIEW_ESTIMATE.POSITION, at.position())
                .onConflictDoNothing()
                .execute();
        if (made == 0) {
            return;
        }
        db.update(VIEW_METER_MONTH)
                .set(VIEW_METER_MONTH.EXPECTED, e.rule().recordsIn(e.month().period()))
                .where(VIEW_METER_MONTH.POINT.eq(e.month().point().value()))
                .and(VIEW_METER_MONTH.PERIOD.eq(e.month().period().value()))
                .execute();
        begin(e, at);
        db.batch(e.quantities().stream().map(each -> interval(e, each, at)).toList())
                .execute();
        if (!waits) {
            move(e.month(), e.estimate(), 1, at);
        }
    }

    /** A day may have no row before it has a figure. */
    private void begin(GapEstimated e, At at) {
        e.quantities().stream()
                .map(each -> e.rule().gasDay().dayOf(each.start()))
                .distinct()
                .forEach(day -> db.insertInto(VIEW_DAY_TOTAL)
                        .set(VIEW_DAY_TOTAL.POINT, e.month().point().value())
                        .set(VIEW_DAY_TOTAL.DAY, day.date())
                        .set(VIEW_DAY_TOTAL.EXPECTED, e.rule().recordsIn(day))
                        .set(VIEW_DAY_TOTAL.RECORDED, 0)
                        .set(VIEW_DAY_TOTAL.VERSIONS, 0)
                        .set(VIEW_DAY_TOTAL.RECEIPT_KWH, BigDecimal.ZERO)
                        .set(VIEW_DAY_TOTAL.DELIVERY_KWH, BigDecimal.ZERO)
                        .set(VIEW_DAY_TOTAL.POSITION, at.position())
                        .onConflictDoNothing()
                        .execute());
    }

    private org.jooq.Query interval(GapEstimated e, EstimatedQuantity each, At at) {
        GasDay day = e.rule().gasDay().dayOf(each.start());
        return db.insertInto(VIEW_ESTIMATED_INTERVAL)
                .set(VIEW_ESTIMATED_INTERVAL.POINT, e.month().point().value())
                .set(VIEW_ESTIMATED_INTERVAL.PERIOD, e.month().period().value())
                .set(VIEW_ESTIMATED_INTERVAL.NUMBER, e.estimate())
                .set(VIEW_ESTIMATED_INTERVAL.DAY, day.date())
                .set(VIEW_ESTIMATED_INTERVAL.START, each.start())
                .set(VIEW_ESTIMATED_INTERVAL.VERSION, each.version())
                .set(VIEW_ESTIMATED_INTERVAL.KWH, each.figure().kwh())
                .set(
                        VIEW_ESTIMATED_INTERVAL.STATE,
                        (e.weight().material() ? EstimateState.WAITING : EstimateState.STANDING).name())
                .set(VIEW_ESTIMATED_INTERVAL.POSITION, at.position())
                .onConflictDoNothing();
    }

    void on(EstimateAccepted e, At at) {
        int accepted = decided(e.month(), e.estimate(), EstimateState.STANDING, e.by().value(), null, at);
        if (accepted > 0) {
            pass(e.month(), e.estimate(), EstimateState.STANDING);
            move(e.month(), e.estimate(), 1, at);
        }
    }

    void on(EstimateWithdrawn e, At at) {
        int withdrawn = decided(e.month(), e.estimate(), EstimateState.WITHDRAWN, e.by().value(), e.reason(), at);
        if (withdrawn > 0) {
            move(e.month(), e.estimate(), -1, at);
            pass(e.month(), e.estimate(), EstimateState.WITHDRAWN);
            left(e.month(), e.estimate());
        }
    }

    void on(ActualReceived e) {
        for (SupersededEstimate each : e.superseded()) {
            db.update(VIEW_ESTIMATED_INTERVAL)
                    .set(VIEW_ESTIMATED_INTERVAL.STATE, EstimateState.SUPERSEDED.name())
                    .set(VIEW_ESTIMATED_INTERVAL.ACTUAL_KWH, each.actual().kwh())
                    .where(is(e.month(), each.estimate()))
                    .and(VIEW_ESTIMATED_INTERVAL.START.eq(each.start()))
                    .execute();
        }
        e.superseded().stream().map(SupersededEstimate::estimate).distinct().forEach(number -> left(e.month(), number));
    }

    /** How many intervals are left; none, and not withdrawn: superseded. */
    private void left(MeterMonthId month, int number) {
        int left = db.fetchCount(
                VIEW_ESTIMATED_INTERVAL,
                is(month, number).and(VIEW_ESTIMATED_INTERVAL.STATE.in(DSL.inline("WAITING"), DSL.inline("STANDING"))));
        db.update(VIEW_ESTIMATE)
                .set(VIEW_ESTIMATE.REMAINING, left)
                .where(isEstimate(month, number))
                .execute();
        if (left == 0) {
            db.update(VIEW_ESTIMATE)
                    .set(VIEW_ESTIMATE.STATE, EstimateState.SUPERSEDED.name())
                    .where(isEstimate(month, number))
                    .and(VIEW_ESTIMATE.STATE.ne(EstimateState.WITHDRAWN.name()))
                    .execute();
        }
    }

    private int decided(
            MeterMonthId month, int number, EstimateState state, String by, @Nullable String because, At at) {
        return db.update(VIEW_ESTIMATE)
                .set(VIEW_ESTIMATE.STATE, state.name())
                .set(VIEW_ESTIMATE.DECIDED_BY, by)
                .set(VIEW_ESTIMATE.DECIDED_AT, at.time())
                .set(VIEW_ESTIMATE.WITHDRAWN_BECAUSE, because)
                .where(isEstimate(month, number))
                .and(VIEW_ESTIMATE.STATE.in(EstimateState.WAITING.name(), EstimateState.STANDING.name()))
                .and(VIEW_ESTIMATE.STATE.ne(state.name()))
                .execute();
    }

    private void pass(MeterMonthId month, int number, EstimateState state) {
        db.update(VIEW_ESTIMATED_INTERVAL)
                .set(VIEW_ESTIMATED_INTERVAL.STATE, state.name())
                .where(is(month, number))
                .and(VIEW_ESTIMATED_INTERVAL.STATE.in(EstimateState.WAITING.name(), EstimateState.STANDING.name()))
                .execute();
    }

    /** Adds what stands of the estimate to its days and month, or with −1 takes it away. */
    private void move(MeterMonthId month, int number, int sign, At at) {
        String point = month.point().value();
        String period = month.period().value();
        db.execute(DAYS, sign, sign, sign, at.position(), period, point, number, point);
        db.execute(MONTH, sign, sign, sign, at.position(), period, point, number, period, point);
    }

    private static BigDecimal sum(List<EstimatedQuantity> quantities) {
        return quantities.stream()
                .map(EstimatedQuantity::figure)
                .reduce(Energy.ZERO, Energy::plus)
                .kwh();
    }

    private static Condition isEstimate(MeterMonthId month, int number) {
        return VIEW_ESTIMATE
                .PERIOD
                .eq(month.period().value())
                .and(VIEW_ESTIMATE.POINT.eq(month.point().value()))
                .and(VIEW_ESTIMATE.NUMBER.eq(number));
    }

    private static Condition is(MeterMonthId month, int number) {
        return VIEW_ESTIMATED_INTERVAL
                .PERIOD
                .eq(month.period().value())
                .and(VIEW_ESTIMATED_INTERVAL.POINT.eq(month.point().value()))
                .and(VIEW_ESTIMATED_INTERVAL.NUMBER.eq(number));
    }
}
