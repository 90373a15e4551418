package io.tallybook.query.price;

import static io.tallybook.migrations.jooq.Tables.VIEW_PRICE;
import static io.tallybook.migrations.jooq.Tables.VIEW_SERIES;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.migrations.jooq.tables.records.ViewPriceRecord;
import io.tallybook.query.projection.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads series and prices. */
final class PriceReader implements PriceQueries {
    private static final int MOST_SERIES = 256;
    private static final int MOST_PRICES = 1_000;

    private final DSLContext db;

    PriceReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<SeriesView> series() {
        return series(DSL.noCondition());
    }

    @Override
    public Optional<SeriesView> series(SeriesId series) {
        return series(VIEW_SERIES.SERIES.eq(series.value())).stream().findFirst();
    }

    private List<SeriesView> series(Condition condition) {
        var days = DSL.countDistinct(VIEW_PRICE.DAY);
        var first = DSL.min(VIEW_PRICE.DAY);
        var last = DSL.max(VIEW_PRICE.DAY);
        var position = DSL.greatest(VIEW_SERIES.POSITION, DSL.coalesce(DSL.max(VIEW_PRICE.POSITION), 0L));
        return db.select(VIEW_SERIES.SERIES, VIEW_SERIES.NAME, VIEW_SERIES.CURRENCY, days, first, last, position)
                .from(VIEW_SERIES)
                .leftJoin(VIEW_PRICE)
                .on(VIEW_PRICE.SERIES.eq(VIEW_SERIES.SERIES))
                .where(condition)
                .groupBy(VIEW_SERIES.SERIES)
                .orderBy(VIEW_SERIES.SERIES)
                .limit(MOST_SERIES)
                .fetch(row -> new SeriesView(
                        new SeriesId(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    @Override
    public List<PriceView> prices(SeriesId series, LocalDate from, LocalDate to) {
        return db.selectDistinct(VIEW_PRICE.fields())
                .on(VIEW_PRICE.DAY)
                .from(VIEW_PRICE)
                .where(VIEW_PRICE.SERIES.eq(series.value()))
                .and(VIEW_PRICE.DAY.between(from, to))
                .orderBy(VIEW_PRICE.DAY, VIEW_PRICE.VERSION.desc())
                .limit(MOST_PRICES)
                .fetch(row -> price(row.into(VIEW_PRICE), true));
    }

    @Override
    public List<PriceView> versions(SeriesId series, LocalDate day) {
        List<ViewPriceRecord> rows = db.selectFrom(VIEW_PRICE)
                .where(VIEW_PRICE.SERIES.eq(series.value()))
                .and(VIEW_PRICE.DAY.eq(day))
                .orderBy(VIEW_PRICE.VERSION)
                .fetch();
        return rows.stream().map(row -> price(row, row.equals(rows.getLast()))).toList();
    }

    private static PriceView price(ViewPriceRecord row, boolean latest) {
        return new PriceView(
                new SeriesId(row.getSeries()),
                row.getDay(),
                row.getPrice() == null ? null : new Price(row.getPrice(), row.getCurrency()),
                PriceStatus.valueOf(row.getStatus()),
                row.getVersion(),
                latest,
                Columns.source(row.getImportId(), row.getFileHash(), row.getFileName()),
                row.getLine(),
                row.getRaw(),
                new PersonId(row.getByPerson()),
                row.getRecordedAt(),
                row.getPosition());
    }
}
