package io.tallybook.query.accrual;

import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL_SHIPPER;

import io.tallybook.messages.Event;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.AccrualApproved;
import io.tallybook.messages.close.CloseCycleEvent.AccrualDiscarded;
import io.tallybook.messages.close.CloseCycleEvent.AccrualFailed;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.TruedUpShipper;
import io.tallybook.migrations.jooq.tables.records.ViewAccrualRecord;
import io.tallybook.migrations.jooq.tables.records.ViewAccrualShipperRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** Accruals, their shippers and approvals. */
final class AccrualProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "accrual",
            List.of(CloseCycleEvent.class),
            List.of(VIEW_ACCRUAL, VIEW_ACCRUAL_SHIPPER, VIEW_ACCRUAL_APPROVAL),
            AccrualProjection::new);

    private final DSLContext db;

    private AccrualProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case AccrualPrepared e -> prepared(e, at);
            case AccrualApproved e -> approved(e, at);
            case AccrualReleased e ->
                state(AccrualState.RELEASED, at)
                        .set(VIEW_ACCRUAL.RELEASED_AT, at.time())
                        .set(VIEW_ACCRUAL.REVERSED_IN, e.reversedIn().value())
                        .where(is(e.closeId(), e.number()))
                        .execute();
            case AccrualDiscarded e ->
                state(AccrualState.DISCARDED, at)
                        .set(VIEW_ACCRUAL.ENDED, e.reason())
                        .set(VIEW_ACCRUAL.ENDED_BY, e.by().value())
                        .where(is(e.closeId(), e.number()))
                        .execute();
            case AccrualFailed e ->
                state(AccrualState.FAILED, at)
                        .set(VIEW_ACCRUAL.ENDED, e.sentence())
                        .where(is(e.closeId(), e.number()))
                        .execute();
            case AccrualTrueUpCalculated e -> truedUp(e, at);
            default -> {}
        }
    }

    private void prepared(AccrualPrepared e, At at) {
        if (db.fetchExists(VIEW_ACCRUAL, is(e.closeId(), e.number()))) {
            return; // told again
        }
        state(AccrualState.REPLACED, at)
                .where(VIEW_ACCRUAL.CLOSE_ID.eq(e.closeId().value()))
                .and(VIEW_ACCRUAL.STATE.eq(AccrualState.PROPOSED.name()))
                .execute();
        var row = db.newRecord(VIEW_ACCRUAL);
        row.setCloseId(e.closeId().value());
        row.setNumber(e.number());
        row.setState(AccrualState.PROPOSED.name());
        row.setAccounts(e.accounts().value());
        row.setLogPosition(e.position());
        row.setContentHash(e.contentHash().hex());
        row.setNote(e.note());
        row.setPreparedBy(e.by().value());
        row.setPreparedAt(at.time());
        row.setPosition(at.position());
        row.insert();
        db.batchInsert(e.shippers().stream().map(of -> shipper(e, of, at)).toList())
                .execute();
    }

    private ViewAccrualShipperRecord shipper(AccrualPrepared e, AccruedShipper of, At at) {
        ViewAccrualShipperRecord row =
                accrued(e.closeId(), e.number(), of.shipper().value(), of.totals(), at);
        row.setAccrued(true);
        row.setMeasured(of.measured());
        row.setEstimated(of.estimated());
        row.setByHand(of.byHand());
        return row;
    }

    private ViewAccrualShipperRecord accrued(CloseId close, int number, String shipper, AccrualTotals totals, At at) {
        var row = db.newRecord(VIEW_ACCRUAL_SHIPPER);
        row.setCloseId(close.value());
        row.setNumber(number);
        row.setShipper(shipper);
        row.setReceipts(totals.receipts().kwh());
        row.setPurchases(totals.purchases().amount());
        row.setDeliveries(totals.deliveries().kwh());
        row.setSales(totals.sales().amount());
        row.setCurrency(totals.currency());
        row.setAccrued(false);
        row.setMeasured(0);
        row.setEstimated(0);
        row.setPosition(at.position());
        return row;
    }

    private void approved(AccrualApproved e, At at) {
        var row = db.newRecord(VIEW_ACCRUAL_APPROVAL);
        row.setCloseId(e.closeId().value());
        row.setNumber(e.number());
        row.setByPerson(e.by().value());
        row.setApprovedAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    /** A shipper that was not accrued has a line from here on. */
    private void truedUp(AccrualTrueUpCalculated e, At at) {
        db.update(VIEW_ACCRUAL)
                .set(VIEW_ACCRUAL.TRUED_UP, e.attempt())
                .set(VIEW_ACCRUAL.POSITION, at.position())
                .where(is(e.closeId(), e.number()))
                .execute();
        // what an earlier attempt came to stands there no more
        db.deleteFrom(VIEW_ACCRUAL_SHIPPER)
                .where(shippers(e))
                .andNot(VIEW_ACCRUAL_SHIPPER.ACCRUED)
                .execute();
        for (TruedUpShipper of : e.shippers()) {
            Condition line =
                    shippers(e).and(VIEW_ACCRUAL_SHIPPER.SHIPPER.eq(of.shipper().value()));
            if (!db.fetchExists(VIEW_ACCRUAL_SHIPPER, line)) {
                accrued(
                                e.closeId(),
                                e.number(),
                                of.shipper().value(),
                                AccrualTotals.none(of.actual().currency()),
                                at)
                        .insert();
            }
            db.update(VIEW_ACCRUAL_SHIPPER)
                    .set(
                            VIEW_ACCRUAL_SHIPPER.ACTUAL_RECEIPTS,
                            of.actual().receipts().kwh())
                    .set(
                            VIEW_ACCRUAL_SHIPPER.ACTUAL_PURCHASES,
                            of.actual().purchases().amount())
                    .set(
                            VIEW_ACCRUAL_SHIPPER.ACTUAL_DELIVERIES,
                            of.actual().deliveries().kwh())
                    .set(VIEW_ACCRUAL_SHIPPER.ACTUAL_SALES, of.actual().sales().amount())
                    .set(VIEW_ACCRUAL_SHIPPER.POSITION, at.position())
                    .where(line)
                    .execute();
        }
    }

    private UpdateSetMoreStep<ViewAccrualRecord> state(AccrualState state, At at) {
        return db.update(VIEW_ACCRUAL).set(VIEW_ACCRUAL.STATE, state.name()).set(VIEW_ACCRUAL.POSITION, at.position());
    }

    private static Condition shippers(AccrualTrueUpCalculated e) {
        return VIEW_ACCRUAL_SHIPPER.CLOSE_ID.eq(e.closeId().value()).and(VIEW_ACCRUAL_SHIPPER.NUMBER.eq(e.number()));
    }

    private static Condition is(CloseId close, int number) {
        return VIEW_ACCRUAL.CLOSE_ID.eq(close.value()).and(VIEW_ACCRUAL.NUMBER.eq(number));
    }
}
