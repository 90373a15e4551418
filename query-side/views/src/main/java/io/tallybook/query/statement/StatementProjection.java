package io.tallybook.query.statement;

import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT_LINE;

import io.tallybook.messages.Event;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementEvent;
import io.tallybook.messages.statement.StatementEvent.AllocatedVolumesAdded;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementIssued;
import io.tallybook.messages.statement.StatementEvent.StatementNominationsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementOpened;
import io.tallybook.messages.statement.StatementEvent.StatementOutdated;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.StatementPricesAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTermsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTiersAdded;
import io.tallybook.messages.statement.StatementEvent.StatementVoided;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.migrations.jooq.tables.records.ViewStatementLineRecord;
import io.tallybook.migrations.jooq.tables.records.ViewStatementRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;

/** Statements of the current attempt and their valued lines. */
final class StatementProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "statement",
            List.of(StatementEvent.class),
            List.of(VIEW_STATEMENT, VIEW_STATEMENT_LINE, VIEW_CASH_OUT),
            StatementProjection::new);

    private final DSLContext db;
    private final CashOutLines cashOuts;

    private StatementProjection(DSLContext db) {
        this.db = db;
        this.cashOuts = new CashOutLines(db);
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case StatementOpened e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case StatementTermsAdded e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case StatementPricesAdded e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case AllocatedVolumesAdded e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case StatementNominationsAdded e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case StatementTiersAdded e -> opened(e.statement(), e.closeId(), e.attempt(), at);
            case VolumesValued e -> valued(e, at);
            case ImbalancesCashedOut e -> cashOuts.settled(e, at);
            case PriceMissing e -> missing(e, at);
            case StatementPrepared e -> prepared(e, at);
            case StatementOutdated e ->
                state(StatementState.OUTDATED, at).where(is(e.statement())).execute();
            case StatementIssued e ->
                state(StatementState.ISSUED, at)
                        .set(VIEW_STATEMENT.DOCUMENT, e.document().hex())
                        .where(is(e.statement()))
                        .execute();
            case StatementVoided e ->
                state(StatementState.VOID, at).where(is(e.statement())).execute();
            default -> {}
        }
    }

    /** The first part of a new attempt, whichever comes first, starts the statement anew. */
    private void opened(StatementId statement, CloseId closeId, int attempt, At at) {
        boolean begun = db.fetchExists(VIEW_STATEMENT, is(statement).and(VIEW_STATEMENT.ATTEMPT.ge(attempt)));
        if (begun) {
            return;
        }
        db.deleteFrom(VIEW_STATEMENT_LINE)
                .where(VIEW_STATEMENT_LINE.SHIPPER.eq(statement.shipper().value()))
                .and(VIEW_STATEMENT_LINE.PERIOD.eq(statement.period().value()))
                .execute();
        cashOuts.forget(statement);
        db.deleteFrom(VIEW_STATEMENT).where(is(statement)).execute();
        var row = db.newRecord(VIEW_STATEMENT);
        row.setShipper(statement.shipper().value());
        row.setPeriod(statement.period().value());
        row.setCloseId(closeId.value());
        row.setAttempt(attempt);
        row.setState(StatementState.WAITING.name());
        row.setLines(0);
        row.setVersions(new String[0]);
        row.setMissingDays(new String[0]);
        row.setMissingCount(0);
        row.setPosition(at.position());
        row.insert();
    }

    private void valued(VolumesValued e, At at) {
        StatementId statement = e.statement();
        db.deleteFrom(VIEW_STATEMENT_LINE)
                .where(VIEW_STATEMENT_LINE.SHIPPER.eq(statement.shipper().value()))
                .and(VIEW_STATEMENT_LINE.PERIOD.eq(statement.period().value()))
                .and(VIEW_STATEMENT_LINE.CONTRACT.eq(e.contract().value()))
                .and(VIEW_STATEMENT_LINE.POINT.eq(e.point().value()))
                .execute();
        db.batchInsert(e.lines().stream().map(line -> line(e, line, at)).toList())
                .execute();
    }

    private ViewStatementLineRecord line(VolumesValued e, ValuedLine line, At at) {
        var row = db.newRecord(VIEW_STATEMENT_LINE);
        row.setShipper(e.statement().shipper().value());
        row.setPeriod(e.statement().period().value());
        row.setContract(e.contract().value());
        row.setPoint(e.point().value());
        row.setDirection(line.direction().name());
        row.setDay(line.day().date());
        row.setKwh(line.energy().kwh());
        row.setMmbtu(line.mmbtu());
        row.setPrice(line.price().perMmbtu());
        row.setCurrency(line.price().currency());
        row.setPriceDay(line.priceDay());
        row.setRule(Columns.text(line.rule()));
        row.setAmount(line.amount().amount());
        row.setRun(e.run().value());
        row.setSeries(e.series().value());
        row.setPriceVersion(e.priceVersion());
        row.setPosition(at.position());
        return row;
    }

    private void missing(PriceMissing e, At at) {
        state(StatementState.PRICE_MISSING, at)
                .set(VIEW_STATEMENT.MISSING_SERIES, e.series().value())
                .set(VIEW_STATEMENT.MISSING_DAYS, e.firstDays().toArray(String[]::new))
                .set(VIEW_STATEMENT.MISSING_COUNT, e.days())
                .where(is(e.statement()))
                .execute();
    }

    private void prepared(StatementPrepared e, At at) {
        StatementTotals totals = e.totals();
        state(StatementState.PREPARED, at)
                .set(VIEW_STATEMENT.LINES, e.lines())
                .set(VIEW_STATEMENT.RECEIPTS, totals.receipts().kwh())
                .set(VIEW_STATEMENT.RECEIPTS_MMBTU, totals.receiptsMmbtu())
                .set(VIEW_STATEMENT.PURCHASES, totals.purchases().amount())
                .set(VIEW_STATEMENT.DELIVERIES, totals.deliveries().kwh())
                .set(VIEW_STATEMENT.DELIVERIES_MMBTU, totals.deliveriesMmbtu())
                .set(VIEW_STATEMENT.SALES, totals.sales().amount())
                .set(VIEW_STATEMENT.CURRENCY, totals.sales().currency())
                .set(VIEW_STATEMENT.ALLOCATIONS_HASH, e.allocationsHash().hex())
                .set(VIEW_STATEMENT.CONTENT_HASH, e.contentHash().hex())
                .set(VIEW_STATEMENT.VERSIONS, e.versions().toArray(String[]::new))
                .setNull(VIEW_STATEMENT.MISSING_SERIES)
                .set(VIEW_STATEMENT.MISSING_DAYS, new String[0])
                .set(VIEW_STATEMENT.MISSING_COUNT, 0)
                .set(VIEW_STATEMENT.PREPARED_AT, at.time())
                .where(is(e.statement()))
                .execute();
        cashOut(e.statement(), totals.cashOut());
    }

    private void cashOut(StatementId statement, @Nullable CashOutTotals totals) {
        if (totals != null) {
            db.update(VIEW_STATEMENT)
                    .set(VIEW_STATEMENT.DUE_SHIPPER, totals.dueShipper().kwh())
                    .set(VIEW_STATEMENT.CASH_OUT_PAYABLE, totals.payable().amount())
                    .set(VIEW_STATEMENT.DUE_PIPELINE, totals.duePipeline().kwh())
                    .set(VIEW_STATEMENT.CASH_OUT_RECEIVABLE, totals.receivable().amount())
                    .where(is(statement))
                    .execute();
        }
    }

    private UpdateSetMoreStep<ViewStatementRecord> state(StatementState state, At at) {
        return db.update(VIEW_STATEMENT)
                .set(VIEW_STATEMENT.STATE, state.name())
                .set(VIEW_STATEMENT.POSITION, at.position());
    }

    static Condition is(StatementId statement) {
        return VIEW_STATEMENT
                .SHIPPER
                .eq(statement.shipper().value())
                .and(VIEW_STATEMENT.PERIOD.eq(statement.period().value()));
    }
}
