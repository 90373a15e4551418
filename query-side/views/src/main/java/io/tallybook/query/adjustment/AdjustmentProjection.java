package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT;

import io.tallybook.messages.Event;
import io.tallybook.messages.adjustment.AdjustmentEvent;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** Every prior-period adjustment. */
final class AdjustmentProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "adjustment", List.of(AdjustmentEvent.class), List.of(VIEW_ADJUSTMENT), AdjustmentProjection::new);

    private final DSLContext db;

    private AdjustmentProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof PriorPeriodAdjustmentRaised e) {
            var row = db.newRecord(VIEW_ADJUSTMENT);
            row.setAdjustment(e.adjustment().value());
            row.setCloseId(e.closeId().value());
            row.setPoint(e.point().value());
            row.setDay(e.day().date());
            row.setOldKwh(e.oldEnergy().kwh());
            row.setNewKwh(e.newEnergy().kwh());
            row.setDifference(e.difference().kwh());
            row.setImportId(e.source().importId().value());
            row.setFileHash(e.source().file().hex());
            row.setFileName(e.source().name());
            row.setRaisedAt(at.time());
            row.setPosition(at.position());
            row.merge();
        }
    }
}
