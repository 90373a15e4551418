package io.tallybook.query.accrual;

import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL_APPROVAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ACCRUAL_SHIPPER;
import static io.tallybook.migrations.jooq.Tables.VIEW_SHIPPER;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseId;
import io.tallybook.migrations.jooq.tables.records.ViewAccrualRecord;
import io.tallybook.migrations.jooq.tables.records.ViewAccrualShipperRecord;
import io.tallybook.query.accrual.AccrualView.AccrualApprovalView;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads accruals. */
final class AccrualReader implements AccrualQueries {
    private static final int MOST = 100;

    private final DSLContext db;

    AccrualReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<AccrualView> ofClose(CloseId closeId) {
        return db.selectFrom(VIEW_ACCRUAL)
                .where(VIEW_ACCRUAL.CLOSE_ID.eq(closeId.value()))
                .orderBy(VIEW_ACCRUAL.NUMBER.desc())
                .limit(MOST)
                .fetch(this::accrual);
    }

    private AccrualView accrual(ViewAccrualRecord row) {
        return new AccrualView(
                new CloseId(row.getCloseId()),
                row.getNumber(),
                AccrualState.valueOf(row.getState()),
                lines(row),
                new AccountMapId(row.getAccounts()),
                row.getLogPosition(),
                new Sha256(row.getContentHash()),
                row.getNote(),
                new PersonId(row.getPreparedBy()),
                row.getPreparedAt(),
                approvals(row),
                row.getReleasedAt(),
                row.getReversedIn() == null ? null : new AccountingPeriod(row.getReversedIn()),
                row.getEnded(),
                row.getEndedBy() == null ? null : new PersonId(row.getEndedBy()),
                row.getTruedUp(),
                row.getPosition());
    }

    private List<AccrualLineView> lines(ViewAccrualRecord of) {
        return db.select(VIEW_ACCRUAL_SHIPPER.fields())
                .select(VIEW_SHIPPER.NAME)
                .from(VIEW_ACCRUAL_SHIPPER)
                .leftJoin(VIEW_SHIPPER)
                .on(VIEW_SHIPPER.SHIPPER.eq(VIEW_ACCRUAL_SHIPPER.SHIPPER))
                .where(VIEW_ACCRUAL_SHIPPER.CLOSE_ID.eq(of.getCloseId()))
                .and(VIEW_ACCRUAL_SHIPPER.NUMBER.eq(of.getNumber()))
                .orderBy(VIEW_ACCRUAL_SHIPPER.SHIPPER)
                .fetch(row -> line(row.into(VIEW_ACCRUAL_SHIPPER), row.get(VIEW_SHIPPER.NAME)));
    }

    private static AccrualLineView line(ViewAccrualShipperRecord row, @Nullable String name) {
        AccrualTotals accrued = new AccrualTotals(
                new Energy(row.getReceipts()),
                new Money(row.getPurchases(), row.getCurrency()),
                new Energy(row.getDeliveries()),
                new Money(row.getSales(), row.getCurrency()));
        return new AccrualLineView(
                new AccruedShipper(
                        new ShipperId(row.getShipper()),
                        accrued,
                        row.getMeasured(),
                        row.getEstimated(),
                        row.getByHand()),
                name == null ? row.getShipper() : name,
                row.getActualReceipts() == null ? null : actual(row));
    }

    private static AccrualTotals actual(ViewAccrualShipperRecord row) {
        return new AccrualTotals(
                new Energy(row.getActualReceipts()),
                new Money(row.getActualPurchases(), row.getCurrency()),
                new Energy(row.getActualDeliveries()),
                new Money(row.getActualSales(), row.getCurrency()));
    }

    private List<AccrualApprovalView> approvals(ViewAccrualRecord of) {
        return db.selectFrom(VIEW_ACCRUAL_APPROVAL)
                .where(VIEW_ACCRUAL_APPROVAL.CLOSE_ID.eq(of.getCloseId()))
                .and(VIEW_ACCRUAL_APPROVAL.NUMBER.eq(of.getNumber()))
                .orderBy(VIEW_ACCRUAL_APPROVAL.POSITION)
                .fetch(row -> new AccrualApprovalView(
                        new PersonId(row.getByPerson()), row.getApprovedAt(), row.getPosition()));
    }
}
