package io.tallybook.query.metering;

import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_DELIVERY;
import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ESTIMATED_INTERVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_METER_MONTH;
import static io.tallybook.migrations.jooq.Tables.VIEW_REJECTED_READING;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Event;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReopened;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReleasesClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;

/** Months and days of points, and which events hold their records. */
final class MeteringProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "metering",
            List.of(MeterMonthEvent.class),
            List.of(
                    VIEW_METER_MONTH,
                    VIEW_DAY_TOTAL,
                    VIEW_DELIVERY,
                    VIEW_REJECTED_READING,
                    VIEW_ESTIMATE,
                    VIEW_ESTIMATED_INTERVAL),
            MeteringProjection::new);

    private final DSLContext db;
    private final RecordedRows recorded;
    private final EstimateRows estimates;

    private MeteringProjection(DSLContext db) {
        this.db = db;
        this.recorded = new RecordedRows(db);
        this.estimates = new EstimateRows(db);
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof QuantitiesRecorded e) {
            recorded.add(e, at);
        } else if (event instanceof MeterMonthEvent e) {
            recorded.write();
            begin(e.month());
            apply(e, at);
        }
    }

    @Override
    public void end() {
        recorded.write();
    }

    private void apply(MeterMonthEvent event, At at) {
        switch (event) {
            case QuantitiesRecorded e -> recorded.add(e, at);
            case GapEstimated e -> {
                estimates.on(e, at);
                touch(at).where(is(e.month())).execute();
            }
            case EstimateAccepted e -> {
                estimates.on(e, at);
                touch(at).where(is(e.month())).execute();
            }
            case EstimateWithdrawn e -> {
                estimates.on(e, at);
                touch(at).where(is(e.month())).execute();
            }
            case ActualReceived e -> {
                estimates.on(e);
                touch(at).where(is(e.month())).execute();
            }
            case LateQuantitiesReceived e -> late(e, at);
            case RejectedReadingNoted e -> noted(e, at);
            case RejectedReadingReplaced e -> settled(e.month(), e.deadLetter(), at);
            case RejectedReadingExcluded e -> settled(e.month(), e.deadLetter(), at);
            // the letter is open or settled by the events above; this is for the close
            case RejectedReadingHoldsClose e -> touch(at).where(is(e.month())).execute();
            case RejectedReadingReleasesClose e ->
                touch(at).where(is(e.month())).execute();
            case MeterMonthNotReady e ->
                touch(at)
                        .set(VIEW_METER_MONTH.EXPECTED, e.expected())
                        .where(is(e.month()))
                        .execute();
            case MeterMonthReady e -> touch(at).where(is(e.month())).execute();
            case MeterMonthFrozen e -> frozen(e, at);
            case MeterMonthThawed e -> thawed(e, at);
            case MeterMonthClosed e -> closed(e, at);
            case MeterMonthReopened e -> reopened(e, at);
        }
    }

    /** A month may have a history before it has a record. */
    private void begin(MeterMonthId month) {
        db.insertInto(VIEW_METER_MONTH)
                .set(VIEW_METER_MONTH.POINT, month.point().value())
                .set(VIEW_METER_MONTH.PERIOD, month.period().value())
                .set(VIEW_METER_MONTH.STATE, MeterMonthState.OPEN.name())
                .set(VIEW_METER_MONTH.EXPECTED, 0)
                .set(VIEW_METER_MONTH.RECORDED, 0)
                .set(VIEW_METER_MONTH.RECEIPT_KWH, BigDecimal.ZERO)
                .set(VIEW_METER_MONTH.DELIVERY_KWH, BigDecimal.ZERO)
                .set(VIEW_METER_MONTH.ATTEMPT, 0)
                .set(VIEW_METER_MONTH.THROUGH_SEQUENCE, -1L)
                .set(VIEW_METER_MONTH.SEQUENCE, -1L)
                .set(VIEW_METER_MONTH.POSITION, 0L)
                .onConflictDoNothing()
                .execute();
    }

    private UpdateSetMoreStep<? extends Record> touch(At at) {
        return db.update(VIEW_METER_MONTH)
                .set(VIEW_METER_MONTH.SEQUENCE, at.sequence())
                .set(VIEW_METER_MONTH.POSITION, at.position());
    }

    private static Condition is(MeterMonthId month) {
        return VIEW_METER_MONTH
                .POINT
                .eq(month.point().value())
                .and(VIEW_METER_MONTH.PERIOD.eq(month.period().value()));
    }

    private void late(LateQuantitiesReceived e, At at) {
        db.insertInto(VIEW_DELIVERY)
                .set(VIEW_DELIVERY.POINT, e.month().point().value())
                .set(VIEW_DELIVERY.DAY, e.day().date())
                .set(VIEW_DELIVERY.POSITION, at.position())
                .set(VIEW_DELIVERY.KIND, "LATE_" + e.standing().name())
                .set(VIEW_DELIVERY.RECORDS, e.quantities().size())
                .onConflictDoNothing()
                .execute();
        touch(at).where(is(e.month())).execute();
    }

    private void noted(RejectedReadingNoted e, At at) {
        var row = db.newRecord(VIEW_REJECTED_READING);
        row.setPoint(e.month().point().value());
        row.setPeriod(e.month().period().value());
        row.setDeadLetter(e.deadLetter().value());
        row.setStart(e.start());
        row.setOpen(true);
        row.setPosition(at.position());
        row.merge();
        touch(at).where(is(e.month())).execute();
    }

    private void settled(MeterMonthId month, DeadLetterId deadLetter, At at) {
        db.update(VIEW_REJECTED_READING)
                .set(VIEW_REJECTED_READING.OPEN, false)
                .set(VIEW_REJECTED_READING.POSITION, at.position())
                .where(VIEW_REJECTED_READING.POINT.eq(month.point().value()))
                .and(VIEW_REJECTED_READING.PERIOD.eq(month.period().value()))
                .and(VIEW_REJECTED_READING.DEAD_LETTER.eq(deadLetter.value()))
                .execute();
        touch(at).where(is(month)).execute();
    }

    private void frozen(MeterMonthFrozen e, At at) {
        touch(at)
                .set(VIEW_METER_MONTH.STATE, MeterMonthState.FROZEN.name())
                .set(VIEW_METER_MONTH.CLOSE_ID, e.closeId().value())
                .set(VIEW_METER_MONTH.ATTEMPT, e.attempt())
                .set(VIEW_METER_MONTH.THROUGH_SEQUENCE, e.throughSequence())
                .set(VIEW_METER_MONTH.CONTENT_HASH, e.contentHash().hex())
                .where(is(e.month()))
                .execute();
    }

    /** What waited is applied by the recordings that follow. */
    private void thawed(MeterMonthThawed e, At at) {
        open(e.month(), at);
        pass(e.month(), "LATE_FROZEN", "LATE_APPLIED");
    }

    private void reopened(MeterMonthReopened e, At at) {
        open(e.month(), at);
        pass(e.month(), "LATE_CLOSED", "LATE_APPLIED");
    }

    private void open(MeterMonthId month, At at) {
        touch(at)
                .set(VIEW_METER_MONTH.STATE, MeterMonthState.OPEN.name())
                .setNull(VIEW_METER_MONTH.CLOSE_ID)
                .setNull(VIEW_METER_MONTH.CONTENT_HASH)
                .set(VIEW_METER_MONTH.THROUGH_SEQUENCE, -1L)
                .where(is(month))
                .execute();
    }

    /** What waited is received again as late for a closed month. */
    private void closed(MeterMonthClosed e, At at) {
        touch(at)
                .set(VIEW_METER_MONTH.STATE, MeterMonthState.CLOSED.name())
                .set(VIEW_METER_MONTH.CLOSE_ID, e.closeId().value())
                .where(is(e.month()))
                .execute();
        pass(e.month(), "LATE_FROZEN", "LATE_PASSED_ON");
    }

    private void pass(MeterMonthId month, String from, String kind) {
        db.update(VIEW_DELIVERY)
                .set(VIEW_DELIVERY.KIND, kind)
                .where(VIEW_DELIVERY.POINT.eq(month.point().value()))
                .and(VIEW_DELIVERY.DAY.between(
                        month.period().firstDay().date(),
                        month.period().lastDay().date()))
                .and(VIEW_DELIVERY.KIND.eq(from))
                .execute();
    }
}
