package io.tallybook.query.erp;

import static io.tallybook.migrations.jooq.Tables.VIEW_ERP_PERIOD;

import io.tallybook.messages.Event;
import io.tallybook.messages.erp.ErpPeriodsEvent;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** Every word of the ERP is a row. */
final class ErpPeriodProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "erp-period", List.of(ErpPeriodsEvent.class), List.of(VIEW_ERP_PERIOD), ErpPeriodProjection::new);

    private final DSLContext db;

    private ErpPeriodProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof ErpPeriodTold e) {
            var row = db.newRecord(VIEW_ERP_PERIOD);
            row.setPosition(at.position());
            row.setCloseGroup(e.books().group().value());
            row.setPeriod(e.period().value());
            row.setState(e.state().name());
            row.setImportId(e.source().importId().value());
            row.setFileHash(e.source().file().hex());
            row.setFileName(e.source().name());
            row.setLine(e.line());
            row.setByPerson(e.by().value());
            row.setToldAt(at.time());
            row.merge();
        }
    }
}
