package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_BOOK;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_DEED;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_LINE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_MEMBER;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_PACKAGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_READING;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_RULES;

import io.tallybook.messages.Event;
import io.tallybook.messages.adjustment.AdjustmentBookEvent;
import io.tallybook.messages.adjustment.AdjustmentEvent;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** Every prior-period adjustment, and the packages they are decided in. */
final class AdjustmentProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "adjustment",
            List.of(AdjustmentEvent.class, AdjustmentBookEvent.class, VolumesRevalued.class),
            List.of(
                    VIEW_ADJUSTMENT,
                    VIEW_ADJUSTMENT_PACKAGE,
                    VIEW_ADJUSTMENT_MEMBER,
                    VIEW_ADJUSTMENT_READING,
                    VIEW_ADJUSTMENT_LINE,
                    VIEW_ADJUSTMENT_JOURNAL,
                    VIEW_ADJUSTMENT_DEED,
                    VIEW_ADJUSTMENT_RULES,
                    VIEW_ADJUSTMENT_BOOK),
            AdjustmentProjection::new);

    private final DSLContext db;
    private final PackageRows packages;

    private AdjustmentProjection(DSLContext db) {
        this.db = db;
        packages = new PackageRows(db);
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case PriorPeriodAdjustmentRaised e -> raised(e, at);
            case AdjustmentBookEvent e -> packages.on(e, at);
            case VolumesRevalued e -> packages.on(e, at);
            default -> {}
        }
    }

    private void raised(PriorPeriodAdjustmentRaised e, At at) {
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
