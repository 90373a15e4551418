package io.tallybook.query.intake;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_DEAD_LETTER;
import static io.tallybook.migrations.jooq.Tables.VIEW_IMPORT;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.migrations.jooq.tables.records.ViewImportRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads imports. */
final class ImportReader implements ImportQueries {
    private final DSLContext db;

    ImportReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Page<ImportView> imports(PageRequest page) {
        List<ImportView> rows =
                read(VIEW_IMPORT.STARTED_POSITION.lt(Cursor.position(page, Long.MAX_VALUE)), page.limit() + 1);
        return Cursor.page(rows, page, i -> Cursor.of(i.startedPosition()));
    }

    @Override
    public Optional<ImportView> find(ImportId importId) {
        return read(VIEW_IMPORT.IMPORT_ID.eq(importId.value()), 1).stream().findFirst();
    }

    private List<ImportView> read(Condition condition, int limit) {
        var rejected = DSL.field(
                DSL.selectCount().from(VIEW_DEAD_LETTER).where(VIEW_DEAD_LETTER.IMPORT_ID.eq(VIEW_IMPORT.IMPORT_ID)));
        var adjustments = DSL.field(
                DSL.selectCount().from(VIEW_ADJUSTMENT).where(VIEW_ADJUSTMENT.IMPORT_ID.eq(VIEW_IMPORT.IMPORT_ID)));
        return db.select(VIEW_IMPORT.fields())
                .select(rejected, adjustments)
                .from(VIEW_IMPORT)
                .where(condition)
                .orderBy(VIEW_IMPORT.STARTED_POSITION.desc())
                .limit(limit)
                .fetch(row -> view(row.into(VIEW_IMPORT), row.get(rejected), row.get(adjustments)));
    }

    private static ImportView view(ViewImportRecord row, int rejected, int adjustments) {
        return new ImportView(
                new ImportId(row.getImportId()),
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                row.getProfile(),
                row.getBytes(),
                new PersonId(row.getByPerson()),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getFinishedAt() == null ? null : Columns.counts(row),
                rejected,
                adjustments,
                row.getStartedPosition(),
                row.getPosition());
    }
}
