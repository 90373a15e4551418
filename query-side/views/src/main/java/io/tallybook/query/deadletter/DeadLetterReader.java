package io.tallybook.query.deadletter;

import static io.tallybook.migrations.jooq.Tables.VIEW_DEAD_LETTER;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.migrations.jooq.tables.records.ViewDeadLetterRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads dead letters. */
final class DeadLetterReader implements DeadLetterQueries {
    private final DSLContext db;

    DeadLetterReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Page<DeadLetterView> deadLetters(DeadLetterFilter filter, PageRequest page) {
        List<DeadLetterView> rows = db.selectFrom(VIEW_DEAD_LETTER)
                .where(where(filter, true))
                .and(VIEW_DEAD_LETTER.RECEIVED_POSITION.lt(Cursor.position(page, Long.MAX_VALUE)))
                .orderBy(VIEW_DEAD_LETTER.RECEIVED_POSITION.desc())
                .limit(page.limit() + 1)
                .fetch(DeadLetterReader::view);
        return Cursor.page(rows, page, d -> Cursor.of(d.receivedPosition()));
    }

    private static Condition where(DeadLetterFilter filter, boolean whole) {
        Condition condition = DSL.noCondition();
        DeadLetterStatus status = filter.status();
        if (whole && status != null) {
            condition = condition.and(VIEW_DEAD_LETTER.STATUS.eq(status.name()));
        }
        String category = filter.category();
        if (whole && category != null) {
            condition = condition.and(VIEW_DEAD_LETTER.CATEGORY.eq(category));
        }
        ImportId importId = filter.importId();
        if (importId != null) {
            condition = condition.and(VIEW_DEAD_LETTER.IMPORT_ID.eq(importId.value()));
        }
        MeterMonthId month = filter.month();
        if (month != null) {
            condition = condition.and(VIEW_DEAD_LETTER.MONTH.eq(month.value()));
        }
        AccountingPeriod period = filter.period();
        if (period != null) {
            condition = condition.and(VIEW_DEAD_LETTER.PERIOD.eq(period.value()));
        }
        return condition;
    }

    @Override
    public Optional<DeadLetterView> deadLetter(DeadLetterId deadLetter) {
        return db.selectFrom(VIEW_DEAD_LETTER)
                .where(VIEW_DEAD_LETTER.DEAD_LETTER.eq(deadLetter.value()))
                .fetchOptional(DeadLetterReader::view);
    }

    @Override
    public List<DeadLetterCount> counts(DeadLetterFilter filter) {
        return db.select(VIEW_DEAD_LETTER.CATEGORY, VIEW_DEAD_LETTER.STATUS, DSL.count())
                .from(VIEW_DEAD_LETTER)
                .where(where(filter, false))
                .groupBy(VIEW_DEAD_LETTER.CATEGORY, VIEW_DEAD_LETTER.STATUS)
                .orderBy(VIEW_DEAD_LETTER.CATEGORY, VIEW_DEAD_LETTER.STATUS)
                .fetch(row -> new DeadLetterCount(row.value1(), DeadLetterStatus.valueOf(row.value2()), row.value3()));
    }

    @Override
    public Optional<Instant> openSince(MeterMonthId month) {
        return db.select(DSL.min(VIEW_DEAD_LETTER.RECEIVED_AT))
                .from(VIEW_DEAD_LETTER)
                .where(where(DeadLetterFilter.blocking(month), true))
                .fetchOptional(0, Instant.class);
    }

    @Override
    public int open() {
        return db.fetchCount(VIEW_DEAD_LETTER, VIEW_DEAD_LETTER.STATUS.eq(DeadLetterStatus.OPEN.name()));
    }

    private static DeadLetterView view(ViewDeadLetterRecord row) {
        String replacement = row.getReplacementImport();
        return new DeadLetterView(
                new DeadLetterId(row.getDeadLetter()),
                DeadLetterStatus.valueOf(row.getStatus()),
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                row.getLine(),
                row.getCategory(),
                row.getReason(),
                row.getRaw(),
                Columns.maybe(row.getMonth(), MeterMonthId::new),
                row.getStart(),
                new PersonId(row.getByPerson()),
                row.getReceivedAt(),
                Columns.maybe(row.getSettledBy(), PersonId::new),
                row.getSettledAt(),
                row.getSettledReason(),
                replacement == null
                        ? null
                        : Columns.source(replacement, row.getReplacementHash(), row.getReplacementName()),
                row.getReceivedPosition(),
                row.getSequence(),
                row.getPosition());
    }
}
