package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.migrations.jooq.tables.records.ViewAdjustmentRecord;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Cursor;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads adjustments and the packages they are reviewed in. */
final class AdjustmentReader implements AdjustmentQueries {
    private final DSLContext db;

    AdjustmentReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public Page<AdjustmentPackageView> packages(PageRequest page) {
        long before = Cursor.position(page, Long.MAX_VALUE);
        List<AdjustmentPackageView> rows =
                packages(DSL.noCondition(), DSL.min(VIEW_ADJUSTMENT.POSITION).lt(before), page.limit() + 1);
        return Cursor.page(rows, page, p -> Cursor.of(p.firstPosition()));
    }

    @Override
    public Optional<AdjustmentPackageView> adjustmentPackage(ImportId importId) {
        return packages(VIEW_ADJUSTMENT.IMPORT_ID.eq(importId.value()), DSL.noCondition(), 1).stream()
                .findFirst();
    }

    private List<AdjustmentPackageView> packages(Condition condition, Condition having, int limit) {
        var count = DSL.count();
        var points = DSL.countDistinct(VIEW_ADJUSTMENT.POINT);
        var days = DSL.countDistinct(VIEW_ADJUSTMENT.DAY);
        var first = DSL.min(VIEW_ADJUSTMENT.DAY);
        var last = DSL.max(VIEW_ADJUSTMENT.DAY);
        var sum = DSL.sum(VIEW_ADJUSTMENT.DIFFERENCE);
        var at = DSL.max(VIEW_ADJUSTMENT.RAISED_AT);
        var opened = DSL.min(VIEW_ADJUSTMENT.POSITION);
        var position = DSL.max(VIEW_ADJUSTMENT.POSITION);
        return db.select(VIEW_ADJUSTMENT.IMPORT_ID, VIEW_ADJUSTMENT.FILE_HASH, VIEW_ADJUSTMENT.FILE_NAME)
                .select(count, points, days, first, last, sum, at, opened, position)
                .from(VIEW_ADJUSTMENT)
                .where(condition)
                .groupBy(VIEW_ADJUSTMENT.IMPORT_ID, VIEW_ADJUSTMENT.FILE_HASH, VIEW_ADJUSTMENT.FILE_NAME)
                .having(having)
                .orderBy(opened.desc())
                .limit(limit)
                .fetch(row -> new AdjustmentPackageView(
                        new ImportId(row.get(VIEW_ADJUSTMENT.IMPORT_ID)),
                        Columns.source(
                                row.get(VIEW_ADJUSTMENT.IMPORT_ID),
                                row.get(VIEW_ADJUSTMENT.FILE_HASH),
                                row.get(VIEW_ADJUSTMENT.FILE_NAME)),
                        row.get(count),
                        row.get(points),
                        row.get(days),
                        GasDay.of(row.get(first)),
                        GasDay.of(row.get(last)),
                        new Energy(row.get(sum)),
                        row.get(at),
                        row.get(opened),
                        row.get(position)));
    }

    @Override
    public Page<AdjustmentView> adjustments(ImportId importId, PageRequest page) {
        return adjustments(VIEW_ADJUSTMENT.IMPORT_ID.eq(importId.value()), page);
    }

    @Override
    public Page<AdjustmentView> adjustments(CloseId closeId, PageRequest page) {
        return adjustments(VIEW_ADJUSTMENT.CLOSE_ID.eq(closeId.value()), page);
    }

    private Page<AdjustmentView> adjustments(Condition condition, PageRequest page) {
        String cursor = page.cursor();
        Condition after = DSL.noCondition();
        if (cursor != null) {
            List<String> key = Cursor.parts(cursor, 3);
            after = DSL.row(VIEW_ADJUSTMENT.DAY, VIEW_ADJUSTMENT.POINT, VIEW_ADJUSTMENT.ADJUSTMENT)
                    .gt(new GasDay(key.get(0)).date(), key.get(1), key.get(2));
        }
        List<AdjustmentView> rows = db.select(VIEW_ADJUSTMENT.fields())
                .select(VIEW_POINT.NAME)
                .from(VIEW_ADJUSTMENT)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_ADJUSTMENT.POINT))
                .where(condition)
                .and(after)
                .orderBy(VIEW_ADJUSTMENT.DAY, VIEW_ADJUSTMENT.POINT, VIEW_ADJUSTMENT.ADJUSTMENT)
                .limit(page.limit() + 1)
                .fetch(row -> adjustment(row.into(VIEW_ADJUSTMENT), row.get(VIEW_POINT.NAME)));
        return Cursor.page(
                rows,
                page,
                a -> Cursor.of(a.day(), a.point().value(), a.adjustment().value()));
    }

    @Override
    public Optional<AdjustmentView> adjustment(AdjustmentId adjustment) {
        return adjustments(VIEW_ADJUSTMENT.ADJUSTMENT.eq(adjustment.value()), PageRequest.first()).rows().stream()
                .findFirst();
    }

    private static AdjustmentView adjustment(ViewAdjustmentRecord row, @Nullable String name) {
        return new AdjustmentView(
                new AdjustmentId(row.getAdjustment()),
                new CloseId(row.getCloseId()),
                new PointId(row.getPoint()),
                name == null ? row.getPoint() : name,
                GasDay.of(row.getDay()),
                new Energy(row.getOldKwh()),
                new Energy(row.getNewKwh()),
                new Energy(row.getDifference()),
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                row.getRaisedAt(),
                row.getPosition());
    }
}
