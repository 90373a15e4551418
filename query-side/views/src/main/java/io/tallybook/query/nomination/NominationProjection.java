package io.tallybook.query.nomination;

import static io.tallybook.migrations.jooq.Tables.VIEW_NOMINATION;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationMonthEvent;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.migrations.jooq.tables.records.ViewNominationRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** What stands of every day; one that was taken back keeps its row without figures. */
final class NominationProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "nomination", List.of(NominationMonthEvent.class), List.of(VIEW_NOMINATION), NominationProjection::new);

    private final DSLContext db;

    private NominationProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof NominationsRecorded e) {
            db.batchMerge(e.days().stream().map(day -> row(e, day, at)).toList())
                    .execute();
        }
    }

    private ViewNominationRecord row(NominationsRecorded e, NominatedDay day, At at) {
        var row = db.newRecord(VIEW_NOMINATION);
        row.setContract(e.month().contract().value());
        row.setPoint(e.month().point().value());
        row.setPeriod(e.month().period().value());
        row.setDay(day.day().date());
        row.setKind(e.kind().name());
        row.setReceiptKwh(Columns.maybe(day.receipt(), Energy::kwh));
        row.setDeliveryKwh(Columns.maybe(day.delivery(), Energy::kwh));
        row.setVersion(e.version());
        row.setImportId(e.source().importId().value());
        row.setFileHash(e.source().file().hex());
        row.setFileName(e.source().name());
        row.setByPerson(e.by().value());
        row.setRecordedAt(at.time());
        row.setPosition(at.position());
        return row;
    }
}
