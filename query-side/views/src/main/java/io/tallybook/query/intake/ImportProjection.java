package io.tallybook.query.intake;

import static io.tallybook.migrations.jooq.Tables.VIEW_IMPORT;

import io.tallybook.messages.Event;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.intake.ImportEvent;
import io.tallybook.messages.intake.ImportEvent.ImportFinished;
import io.tallybook.messages.intake.ImportEvent.ImportStarted;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** Every import and its counts. */
final class ImportProjection implements Projection.Batch {
    static final Projection PROJECTION =
            new Projection("intake", List.of(ImportEvent.class), List.of(VIEW_IMPORT), ImportProjection::new);

    private final DSLContext db;

    private ImportProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case ImportStarted e -> started(e, at);
            case ImportFinished e -> finished(e, at);
            default -> {}
        }
    }

    private void started(ImportStarted e, At at) {
        var row = db.newRecord(VIEW_IMPORT);
        row.setImportId(e.importId().value());
        row.setFileHash(e.source().file().hex());
        row.setFileName(e.source().name());
        row.setProfile(e.profile());
        row.setBytes(e.bytes());
        row.setByPerson(e.by().value());
        row.setStartedAt(at.time());
        row.setStartedPosition(at.position());
        row.setPosition(at.position());
        row.merge();
    }

    private void finished(ImportFinished e, At at) {
        ImportCounts counts = e.counts();
        db.update(VIEW_IMPORT)
                .set(VIEW_IMPORT.FINISHED_AT, at.time())
                .set(VIEW_IMPORT.ROWS, counts.rows())
                .set(VIEW_IMPORT.ACCEPTED, counts.accepted())
                .set(VIEW_IMPORT.UNCHANGED, counts.unchanged())
                .set(VIEW_IMPORT.CORRECTED, counts.corrected())
                .set(VIEW_IMPORT.LATE, counts.late())
                .set(VIEW_IMPORT.DUPLICATE, counts.duplicate())
                .set(VIEW_IMPORT.ABSENT, counts.absent())
                .set(VIEW_IMPORT.REJECTED, counts.rejected())
                .set(VIEW_IMPORT.POSITION, at.position())
                .where(VIEW_IMPORT.IMPORT_ID.eq(e.importId().value()))
                .execute();
    }
}
