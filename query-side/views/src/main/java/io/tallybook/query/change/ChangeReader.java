package io.tallybook.query.change;

import static io.tallybook.migrations.jooq.Tables.VIEW_CHANGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_CHANGE_REFUSAL;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.change.SheetRows;
import io.tallybook.migrations.jooq.tables.records.ViewChangeRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads changes of configuration. */
final class ChangeReader implements ChangeQueries {
    private final DSLContext db;

    ChangeReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Page<ChangeView> changes(@Nullable ChangeState state, PageRequest page) {
        Condition which = state == null ? DSL.noCondition() : VIEW_CHANGE.STATE.eq(state.name());
        List<ChangeView> rows = db.selectFrom(VIEW_CHANGE)
                .where(which)
                .and(VIEW_CHANGE.PROPOSED_POSITION.lt(Cursor.position(page, Long.MAX_VALUE)))
                .orderBy(VIEW_CHANGE.PROPOSED_POSITION.desc())
                .limit(page.limit() + 1)
                .fetch(row -> view(row, List.of()));
        return Cursor.page(rows, page, change -> Cursor.of(change.proposedPosition()));
    }

    @Override
    public Optional<ChangeView> change(ChangeId change) {
        return db.selectFrom(VIEW_CHANGE)
                .where(VIEW_CHANGE.CHANGE.eq(change.value()))
                .fetchOptional(row -> view(row, refusals(change)));
    }

    private List<RefusedRow> refusals(ChangeId change) {
        return db.selectFrom(VIEW_CHANGE_REFUSAL)
                .where(VIEW_CHANGE_REFUSAL.CHANGE.eq(change.value()))
                .orderBy(VIEW_CHANGE_REFUSAL.LINE)
                .fetch(row -> new RefusedRow(row.getSheet(), row.getLine(), row.getWhat(), row.getSentence()));
    }

    @Override
    public int waiting() {
        return db.fetchCount(VIEW_CHANGE, VIEW_CHANGE.STATE.eq(ChangeState.PROPOSED.name()));
    }

    private static ChangeView view(ViewChangeRecord row, List<RefusedRow> refusals) {
        List<SheetRows> rows = IntStream.range(0, row.getSheets().length)
                .mapToObj(i -> new SheetRows(row.getSheets()[i], row.getCounts()[i]))
                .toList();
        return new ChangeView(
                new ChangeId(row.getChange()),
                ChangeState.valueOf(row.getState()),
                new Sha256(row.getContent()),
                rows,
                row.getReason(),
                new PersonId(row.getProposedBy()),
                row.getProposedAt(),
                Columns.maybe(row.getDecidedBy(), PersonId::new),
                row.getDecidedAt(),
                row.getDecision(),
                row.getTaken(),
                row.getRefused(),
                refusals,
                row.getProposedPosition(),
                row.getSequence(),
                row.getPosition());
    }
}
