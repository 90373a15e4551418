package io.tallybook.query.source;

import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE_OBJECT;
import static io.tallybook.migrations.jooq.Tables.VIEW_SOURCE_PULL;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.TakenObject;
import io.tallybook.migrations.jooq.tables.records.ViewSourceObjectRecord;
import io.tallybook.migrations.jooq.tables.records.ViewSourcePullRecord;
import io.tallybook.migrations.jooq.tables.records.ViewSourceRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads sources; a definition is read from the event that holds it (ADR 6). */
final class SourceReader implements SourceQueries {
    private static final int MOST_SOURCES = 1_000;
    private static final int MOST_OBJECTS = 10_000;

    private final DSLContext db;
    private final EventReader log;

    SourceReader(DSLContext db, EventReader log) {
        this.db = db;
        this.log = log;
    }

    @Override
    public List<SourceView> sources() {
        return db.selectFrom(VIEW_SOURCE)
                .orderBy(VIEW_SOURCE.SOURCE)
                .limit(MOST_SOURCES)
                .fetch(this::view);
    }

    @Override
    public Optional<SourceView> source(SourceId source) {
        return db.selectFrom(VIEW_SOURCE)
                .where(VIEW_SOURCE.SOURCE.eq(source.value()))
                .fetchOptional(this::view);
    }

    @Override
    public Page<SourcePullView> pulls(SourceId source, PageRequest page) {
        Condition older = VIEW_SOURCE_PULL.FIRST_POSITION.lt(Cursor.position(page, Long.MAX_VALUE));
        List<SourcePullView> rows =
                read(VIEW_SOURCE_PULL.SOURCE.eq(source.value()).and(older), page.limit() + 1);
        return Cursor.page(rows, page, pull -> Cursor.of(pull.firstPosition()));
    }

    @Override
    public List<SourceObjectView> objects(SourceId source, PullId pull) {
        return db.selectFrom(VIEW_SOURCE_OBJECT)
                .where(VIEW_SOURCE_OBJECT.PULL.in(DSL.select(VIEW_SOURCE_PULL.PULL)
                        .from(VIEW_SOURCE_PULL)
                        .where(VIEW_SOURCE_PULL.PULL.eq(pull.value()))
                        .and(VIEW_SOURCE_PULL.SOURCE.eq(source.value()))))
                .orderBy(VIEW_SOURCE_OBJECT.NUMBER)
                .limit(MOST_OBJECTS)
                .fetch(SourceReader::object);
    }

    private List<SourcePullView> read(Condition condition, int limit) {
        return db.selectFrom(VIEW_SOURCE_PULL)
                .where(condition)
                .orderBy(VIEW_SOURCE_PULL.FIRST_POSITION.desc())
                .limit(limit)
                .fetch(SourceReader::pull);
    }

    private SourceView view(ViewSourceRecord row) {
        return new SourceView(
                new SourceId(row.getSource()),
                row.getVersion(),
                definition(row.getDefinedPosition()),
                new PersonId(row.getByPerson()),
                row.getDefinedAt(),
                row.getPaused(),
                row.getPausedReason(),
                row.getWatermark(),
                row.getAskedAt(),
                read(VIEW_SOURCE_PULL.SOURCE.eq(row.getSource()), 1).stream()
                        .findFirst()
                        .orElse(null),
                row.getSequence(),
                row.getPosition());
    }

    private SourceDefinition definition(long position) {
        return log.at(position)
                .map(StoredEvent::event)
                .filter(SourceDefined.class::isInstance)
                .map(event -> ((SourceDefined) event).definition())
                .orElseThrow(() -> new IllegalStateException("no definition of a source at " + position));
    }

    private static SourcePullView pull(ViewSourcePullRecord row) {
        return new SourcePullView(
                new PullId(row.getPull()),
                new SourceId(row.getSource()),
                row.getStartedAt(),
                row.getEndedAt(),
                row.getObjects(),
                row.getEndedAt() == null ? null : Columns.counts(row),
                row.getWatermark(),
                row.getMore(),
                Columns.maybe(row.getFault(), PullFault::valueOf),
                row.getSentence(),
                Columns.hash(row.getAnswer()),
                row.getFirstPosition(),
                row.getPosition());
    }

    private static SourceObjectView object(ViewSourceObjectRecord row) {
        return new SourceObjectView(
                new PullId(row.getPull()),
                row.getNumber(),
                new TakenObject(
                        row.getName(),
                        new Sha256(row.getFileHash()),
                        row.getBytes(),
                        row.getModified(),
                        Columns.maybe(row.getImportId(), ImportId::new),
                        Columns.counts(row)),
                row.getWatermark(),
                row.getTakenAt(),
                row.getPosition());
    }
}
