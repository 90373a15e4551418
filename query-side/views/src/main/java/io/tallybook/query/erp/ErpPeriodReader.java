package io.tallybook.query.erp;

import static io.tallybook.migrations.jooq.Tables.VIEW_ERP_PERIOD;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.query.projection.Columns;
import java.util.List;
import org.jooq.DSLContext;

/** Reads what the ERP said. */
final class ErpPeriodReader implements ErpPeriodQueries {
    private static final int MOST = 100;

    private final DSLContext db;

    ErpPeriodReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<ErpPeriodView> told(CloseId close) {
        return db.selectFrom(VIEW_ERP_PERIOD)
                .where(VIEW_ERP_PERIOD.CLOSE_GROUP.eq(close.group().value()))
                .and(VIEW_ERP_PERIOD.PERIOD.eq(close.period().value()))
                .orderBy(VIEW_ERP_PERIOD.POSITION.desc())
                .limit(MOST)
                .fetch(row -> new ErpPeriodView(
                        new AccountingPeriod(row.getPeriod()),
                        ErpPeriodState.valueOf(row.getState()),
                        Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                        row.getLine(),
                        new PersonId(row.getByPerson()),
                        row.getToldAt(),
                        row.getPosition()));
    }
}
