package io.tallybook.query.deadletter;

import static io.tallybook.migrations.jooq.Tables.VIEW_DEAD_LETTER;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.deadletter.DeadLetterEvent;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import io.tallybook.migrations.jooq.tables.records.ViewDeadLetterRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** Every dead letter and what became of it. */
final class DeadLetterProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "deadletter", List.of(DeadLetterEvent.class), List.of(VIEW_DEAD_LETTER), DeadLetterProjection::new);

    private final DSLContext db;

    private DeadLetterProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case DeadLetterReceived e -> received(e, at);
            case DeadLetterExcluded e ->
                settled(DeadLetterStatus.EXCLUDED, e.by(), at)
                        .set(VIEW_DEAD_LETTER.SETTLED_REASON, e.reason())
                        .where(VIEW_DEAD_LETTER.DEAD_LETTER.eq(e.deadLetter().value()))
                        .execute();
            case DeadLetterReplaced e ->
                settled(DeadLetterStatus.REPLACED, e.by(), at)
                        .set(
                                VIEW_DEAD_LETTER.REPLACEMENT_IMPORT,
                                e.source().importId().value())
                        .set(
                                VIEW_DEAD_LETTER.REPLACEMENT_HASH,
                                e.source().file().hex())
                        .set(VIEW_DEAD_LETTER.REPLACEMENT_NAME, e.source().name())
                        .where(VIEW_DEAD_LETTER.DEAD_LETTER.eq(e.deadLetter().value()))
                        .execute();
            default -> {}
        }
    }

    private void received(DeadLetterReceived e, At at) {
        var row = db.newRecord(VIEW_DEAD_LETTER);
        row.setDeadLetter(e.deadLetter().value());
        row.setStatus(DeadLetterStatus.OPEN.name());
        row.setImportId(e.source().importId().value());
        row.setFileHash(e.source().file().hex());
        row.setFileName(e.source().name());
        row.setLine(e.line());
        row.setCategory(e.category());
        row.setReason(e.reason());
        row.setRaw(e.raw());
        row.setMonth(Columns.text(e.month()));
        row.setPeriod(Columns.maybe(e.month(), month -> month.period().value()));
        row.setStart(e.start());
        row.setByPerson(e.by().value());
        row.setReceivedAt(at.time());
        row.setReceivedPosition(at.position());
        row.setSequence(at.sequence());
        row.setPosition(at.position());
        row.merge();
    }

    private UpdateSetMoreStep<ViewDeadLetterRecord> settled(DeadLetterStatus status, PersonId by, At at) {
        return db.update(VIEW_DEAD_LETTER)
                .set(VIEW_DEAD_LETTER.STATUS, status.name())
                .set(VIEW_DEAD_LETTER.SETTLED_BY, by.value())
                .set(VIEW_DEAD_LETTER.SETTLED_AT, at.time())
                .set(VIEW_DEAD_LETTER.SEQUENCE, at.sequence())
                .set(VIEW_DEAD_LETTER.POSITION, at.position());
    }
}
