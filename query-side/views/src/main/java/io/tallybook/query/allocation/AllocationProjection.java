package io.tallybook.query.allocation;

import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_RUN;
import static io.tallybook.migrations.jooq.Tables.VIEW_ALLOCATION_SHARE;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.allocation.AllocationRunEvent;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationStarted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationSuperseded;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.migrations.jooq.tables.records.ViewAllocationRunRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;

/** Every run with its input, shares and what each contract got. */
final class AllocationProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "allocation",
            List.of(AllocationRunEvent.class),
            List.of(VIEW_ALLOCATION_RUN, VIEW_ALLOCATION_SHARE),
            AllocationProjection::new);

    private final DSLContext db;

    private AllocationProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case AllocationStarted e -> started(e.run(), e.closeId(), e.area().value(), at);
            case AllocationInputAdded e -> input(e, at);
            case ContractSharesAdded e -> shares(e, at);
            case NominationsAdded e -> nominations(e, at);
            case ShareAllocated e -> allocated(e, at);
            case AllocationCompleted e -> completed(e, at);
            case AllocationFailed e -> failed(e, at);
            case AllocationSuperseded e -> superseded(e, at);
            default -> {}
        }
    }

    /** Parts may come before the run is started; the area is known from the start on. */
    private void started(AllocationRunId run, CloseId closeId, String area, At at) {
        var insert = db.insertInto(VIEW_ALLOCATION_RUN)
                .set(VIEW_ALLOCATION_RUN.RUN, run.value())
                .set(VIEW_ALLOCATION_RUN.POINT, run.point().value())
                .set(VIEW_ALLOCATION_RUN.PERIOD, run.period().value())
                .set(VIEW_ALLOCATION_RUN.ATTEMPT, run.attempt())
                .set(VIEW_ALLOCATION_RUN.CLOSE_ID, closeId.value())
                .set(VIEW_ALLOCATION_RUN.AREA, area)
                .set(VIEW_ALLOCATION_RUN.STATE, RunState.WAITING.name())
                .set(VIEW_ALLOCATION_RUN.INPUT_SEQUENCE, -1L)
                .set(VIEW_ALLOCATION_RUN.RECEIPT_KWH, new BigDecimal[0])
                .set(VIEW_ALLOCATION_RUN.DELIVERY_KWH, new BigDecimal[0])
                .set(VIEW_ALLOCATION_RUN.STARTED_AT, at.time())
                .set(VIEW_ALLOCATION_RUN.POSITION, at.position())
                .onConflict(VIEW_ALLOCATION_RUN.RUN);
        if (area.isEmpty()) {
            insert.doNothing().execute();
        } else {
            insert.doUpdate().set(VIEW_ALLOCATION_RUN.AREA, area).execute();
        }
    }

    private void input(AllocationInputAdded e, At at) {
        started(e.run(), e.closeId(), "", at);
        db.update(VIEW_ALLOCATION_RUN)
                .set(VIEW_ALLOCATION_RUN.INPUT_SEQUENCE, e.throughSequence())
                .set(VIEW_ALLOCATION_RUN.INPUT_HASH, e.contentHash().hex())
                .set(VIEW_ALLOCATION_RUN.FIRST_DAY, Columns.firstDay(e.days()))
                .set(VIEW_ALLOCATION_RUN.RECEIPT_KWH, Columns.figures(e.days(), DayTotal::receipt))
                .set(VIEW_ALLOCATION_RUN.DELIVERY_KWH, Columns.figures(e.days(), DayTotal::delivery))
                .set(VIEW_ALLOCATION_RUN.POSITION, at.position())
                .where(VIEW_ALLOCATION_RUN.RUN.eq(e.run().value()))
                .execute();
    }

    private void shares(ContractSharesAdded e, At at) {
        started(e.run(), e.closeId(), "", at);
        if (e.shares().isEmpty()) {
            return;
        }
        db.insertInto(VIEW_ALLOCATION_SHARE)
                .set(VIEW_ALLOCATION_SHARE.RUN, e.run().value())
                .set(VIEW_ALLOCATION_SHARE.CONTRACT, e.contract().value())
                .set(VIEW_ALLOCATION_SHARE.RECEIPT_KWH, new BigDecimal[0])
                .set(VIEW_ALLOCATION_SHARE.DELIVERY_KWH, new BigDecimal[0])
                .set(terms(e, at))
                .onConflict(VIEW_ALLOCATION_SHARE.RUN, VIEW_ALLOCATION_SHARE.CONTRACT)
                .doUpdate()
                .set(terms(e, at))
                .execute();
    }

    private static Map<Field<?>, Object> terms(ContractSharesAdded e, At at) {
        Map<Field<?>, Object> terms = new HashMap<>();
        terms.put(VIEW_ALLOCATION_SHARE.VERSION, e.version());
        terms.put(VIEW_ALLOCATION_SHARE.SHIPPER, e.shipper().value());
        terms.put(VIEW_ALLOCATION_SHARE.RECEIPT_SHARE, share(e.shares(), Direction.RECEIPT));
        terms.put(VIEW_ALLOCATION_SHARE.DELIVERY_SHARE, share(e.shares(), Direction.DELIVERY));
        terms.put(VIEW_ALLOCATION_SHARE.RECEIPT_METHOD, method(e.shares(), Direction.RECEIPT));
        terms.put(VIEW_ALLOCATION_SHARE.DELIVERY_METHOD, method(e.shares(), Direction.DELIVERY));
        terms.put(VIEW_ALLOCATION_SHARE.POSITION, at.position());
        return terms;
    }

    private static @Nullable BigDecimal share(List<PointShare> shares, Direction direction) {
        for (PointShare share : shares) {
            if (share.direction() == direction) {
                return share.share().value();
            }
        }
        return null;
    }

    /** Null for percentage, and where the contract has no share that way. */
    private static @Nullable String method(List<PointShare> shares, Direction direction) {
        for (PointShare share : shares) {
            if (share.direction() == direction) {
                return Columns.maybe(share.rule(), rule -> rule.method().name());
            }
        }
        return null;
    }

    /** They come after the shares that ask for them; for a contract without a share here they mean nothing. */
    private void nominations(NominationsAdded e, At at) {
        AccountingPeriod period = e.run().period();
        db.update(VIEW_ALLOCATION_SHARE)
                .set(VIEW_ALLOCATION_SHARE.NOMINATIONS_VERSION, e.version())
                .set(VIEW_ALLOCATION_SHARE.RECEIPT_NOMINATED, figures(period, e.nominated(), Direction.RECEIPT))
                .set(VIEW_ALLOCATION_SHARE.DELIVERY_NOMINATED, figures(period, e.nominated(), Direction.DELIVERY))
                .set(VIEW_ALLOCATION_SHARE.RECEIPT_OPERATOR, figures(period, e.operatorValues(), Direction.RECEIPT))
                .set(VIEW_ALLOCATION_SHARE.DELIVERY_OPERATOR, figures(period, e.operatorValues(), Direction.DELIVERY))
                .set(VIEW_ALLOCATION_SHARE.POSITION, at.position())
                .where(VIEW_ALLOCATION_SHARE.RUN.eq(e.run().value()))
                .and(VIEW_ALLOCATION_SHARE.CONTRACT.eq(e.contract().value()))
                .execute();
    }

    /** One figure per day of the month, null where nothing was said. */
    private static @Nullable BigDecimal[] figures(
            AccountingPeriod period, List<NominatedDay> days, Direction direction) {
        @Nullable BigDecimal[] figures = new @Nullable BigDecimal[period.days().size()];
        for (NominatedDay day : days) {
            figures[day.day().date().getDayOfMonth() - 1] = Columns.maybe(day.of(direction), Energy::kwh);
        }
        return figures;
    }

    private void allocated(ShareAllocated e, At at) {
        db.update(VIEW_ALLOCATION_SHARE)
                .set(VIEW_ALLOCATION_SHARE.FIRST_DAY, Columns.firstDay(e.days()))
                .set(VIEW_ALLOCATION_SHARE.RECEIPT_KWH, Columns.figures(e.days(), DayTotal::receipt))
                .set(VIEW_ALLOCATION_SHARE.DELIVERY_KWH, Columns.figures(e.days(), DayTotal::delivery))
                .set(VIEW_ALLOCATION_SHARE.ALLOCATION_HASH, e.allocationHash().hex())
                .set(VIEW_ALLOCATION_SHARE.POSITION, at.position())
                .where(VIEW_ALLOCATION_SHARE.RUN.eq(e.run().value()))
                .and(VIEW_ALLOCATION_SHARE.CONTRACT.eq(e.contract().value()))
                .execute();
    }

    private void completed(AllocationCompleted e, At at) {
        state(RunState.COMPLETED, at)
                .set(VIEW_ALLOCATION_RUN.CONTENT_HASH, e.contentHash().hex())
                .set(VIEW_ALLOCATION_RUN.COMPLETED_AT, at.time())
                .where(VIEW_ALLOCATION_RUN.RUN.eq(e.run().value()))
                .execute();
    }

    private void failed(AllocationFailed e, At at) {
        state(RunState.FAILED, at)
                .set(VIEW_ALLOCATION_RUN.FAILURE, e.sentence())
                .where(VIEW_ALLOCATION_RUN.RUN.eq(e.run().value()))
                .execute();
    }

    private void superseded(AllocationSuperseded e, At at) {
        state(RunState.SUPERSEDED, at)
                .set(VIEW_ALLOCATION_RUN.SUCCESSOR, e.successor().value())
                .where(VIEW_ALLOCATION_RUN.RUN.eq(e.run().value()))
                .execute();
    }

    private UpdateSetMoreStep<ViewAllocationRunRecord> state(RunState state, At at) {
        return db.update(VIEW_ALLOCATION_RUN)
                .set(VIEW_ALLOCATION_RUN.STATE, state.name())
                .set(VIEW_ALLOCATION_RUN.POSITION, at.position());
    }
}
