package io.tallybook.query.source;

import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE_OBJECT;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE_PULL;

import io.tallybook.messages.Event;
import io.tallybook.messages.PullId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceEvent;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import io.tallybook.messages.source.SourceEvent.PullRequested;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.SourceEvent.SourcePaused;
import io.tallybook.messages.source.SourceEvent.SourceResumed;
import io.tallybook.migrations.jooq.tables.records.ViewSourcePullRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Sources, their pulls and what each pull took. */
final class SourceProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "source",
            List.of(SourceEvent.class),
            List.of(VIEW_SOURCE, VIEW_SOURCE_PULL, VIEW_SOURCE_OBJECT),
            SourceProjection::new);

    private final DSLContext db;

    private SourceProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof SourceEvent e) {
            switch (e) {
                case SourceDefined it -> defined(it, at);
                case SourcePaused it -> paused(it.source(), it.reason());
                case SourceResumed it -> paused(it.source(), null);
                case PullRequested it -> asked(it.source(), it.requestedAt());
                case ObjectTaken it -> taken(it, at);
                case PullRecorded it -> recorded(it, at);
                case PullFailed it -> failed(it, at);
            }
            db.update(VIEW_SOURCE)
                    .set(VIEW_SOURCE.SEQUENCE, at.sequence())
                    .set(VIEW_SOURCE.POSITION, at.position())
                    .where(VIEW_SOURCE.SOURCE.eq(e.source().value()))
                    .execute();
        }
    }

    private void defined(SourceDefined e, At at) {
        var old = db.fetchOne(VIEW_SOURCE, VIEW_SOURCE.SOURCE.eq(e.source().value()));
        var row = old == null ? db.newRecord(VIEW_SOURCE) : old;
        if (old == null) {
            row.setSource(e.source().value());
            row.setPaused(false);
        }
        row.setWatermark(e.goesOn() ? row.getWatermark() : null);
        SourceDefinition definition = e.definition();
        row.setKind(definition.kind().name());
        row.setVersion(e.version());
        row.setByPerson(e.by().value());
        row.setDefinedAt(at.time());
        row.setDefinedPosition(at.position());
        row.setSequence(at.sequence());
        row.setPosition(at.position());
        row.store();
    }

    private void paused(SourceId source, @Nullable String reason) {
        db.update(VIEW_SOURCE)
                .set(VIEW_SOURCE.PAUSED, reason != null)
                .set(VIEW_SOURCE.PAUSED_REASON, reason)
                .where(VIEW_SOURCE.SOURCE.eq(source.value()))
                .execute();
    }

    private void asked(SourceId source, Instant at) {
        db.update(VIEW_SOURCE)
                .set(VIEW_SOURCE.ASKED_AT, at)
                .where(VIEW_SOURCE.SOURCE.eq(source.value()))
                .execute();
    }

    private void taken(ObjectTaken e, At at) {
        var row = db.newRecord(VIEW_SOURCE_OBJECT);
        row.setPull(e.pull().value());
        row.setNumber(e.number());
        row.setName(e.object().name());
        row.setFileHash(e.object().file().hex());
        row.setBytes(e.object().bytes());
        row.setModified(e.object().modified());
        row.setImportId(Columns.maybe(e.object().importId(), id -> id.value()));
        row.setWatermark(e.watermark());
        row.setTakenAt(at.time());
        row.fromMap(Columns.counts(e.object().counts()));
        row.setPosition(at.position());
        row.merge();
        var pull = pull(e.source(), e.pull(), e.startedAt(), at);
        pull.setObjects(e.number());
        pull.store();
        save(e.source(), e.watermark());
    }

    private void recorded(PullRecorded e, At at) {
        var pull = ended(e.source(), e.pull(), e.startedAt(), e.counts(), at);
        pull.setObjects(e.objects());
        pull.setWatermark(e.watermark());
        pull.setMore(e.more());
        pull.store();
        save(e.source(), e.watermark());
        answered(e.source(), e.startedAt());
    }

    private void failed(PullFailed e, At at) {
        var pull = ended(e.source(), e.pull(), e.startedAt(), e.counts(), at);
        pull.setObjects(e.objects());
        pull.setFault(e.cause().name());
        pull.setSentence(e.sentence());
        pull.setAnswer(Columns.text(e.answer()));
        pull.store();
        answered(e.source(), e.startedAt());
    }

    private ViewSourcePullRecord ended(SourceId source, PullId id, Instant startedAt, ImportCounts counts, At at) {
        ViewSourcePullRecord pull = pull(source, id, startedAt, at);
        pull.setEndedAt(at.time());
        pull.fromMap(Columns.counts(counts));
        return pull;
    }

    private ViewSourcePullRecord pull(SourceId source, PullId id, Instant startedAt, At at) {
        ViewSourcePullRecord pull = db.fetchOne(VIEW_SOURCE_PULL, VIEW_SOURCE_PULL.PULL.eq(id.value()));
        if (pull == null) {
            pull = db.newRecord(VIEW_SOURCE_PULL);
            pull.setPull(id.value());
            pull.setSource(source.value());
            pull.setStartedAt(startedAt);
            pull.setMore(false);
            pull.setFirstPosition(at.position());
        }
        pull.setPosition(at.position());
        return pull;
    }

    private void save(SourceId source, @Nullable String watermark) {
        if (watermark != null) {
            db.update(VIEW_SOURCE)
                    .set(VIEW_SOURCE.WATERMARK, watermark)
                    .where(VIEW_SOURCE.SOURCE.eq(source.value()))
                    .execute();
        }
    }

    /** A request is answered by a pull that began after it. */
    private void answered(SourceId source, Instant startedAt) {
        db.update(VIEW_SOURCE)
                .setNull(VIEW_SOURCE.ASKED_AT)
                .where(VIEW_SOURCE.SOURCE.eq(source.value()))
                .and(VIEW_SOURCE.ASKED_AT.le(startedAt))
                .execute();
    }
}
