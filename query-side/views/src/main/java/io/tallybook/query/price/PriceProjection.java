package io.tallybook.query.price;

import static io.tallybook.migrations.jooq.Tables.VIEW_PRICE;
import static io.tallybook.migrations.jooq.Tables.VIEW_SERIES;

import io.tallybook.messages.Event;
import io.tallybook.messages.Price;
import io.tallybook.messages.price.PriceSeriesEvent;
import io.tallybook.messages.price.PriceSeriesEvent.PriceSeriesEstablished;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.migrations.jooq.tables.records.ViewPriceRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import org.jooq.DSLContext;

/** Series and every version of every price. */
final class PriceProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "price", List.of(PriceSeriesEvent.class), List.of(VIEW_SERIES, VIEW_PRICE), PriceProjection::new);

    private final DSLContext db;

    private PriceProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case PriceSeriesEstablished e -> established(e, at);
            case PricesRecorded e ->
                db.batchMerge(e.prices().stream()
                                .map(price -> price(e, price, at))
                                .toList())
                        .execute();
            default -> {}
        }
    }

    private void established(PriceSeriesEstablished e, At at) {
        var row = db.newRecord(VIEW_SERIES);
        row.setSeries(e.series().value());
        row.setName(e.name());
        row.setCurrency(e.currency());
        row.setPosition(at.position());
        row.merge();
    }

    private ViewPriceRecord price(PricesRecorded e, RecordedPrice recorded, At at) {
        Price price = recorded.price();
        var row = db.newRecord(VIEW_PRICE);
        row.setSeries(e.series().value());
        row.setDay(recorded.day());
        row.setVersion(recorded.version());
        row.setPrice(price == null ? null : price.perMmbtu());
        row.setCurrency(price == null ? null : price.currency());
        row.setStatus(recorded.status().name());
        row.setLine(recorded.line());
        row.setRaw(recorded.raw());
        row.setImportId(e.source().importId().value());
        row.setFileHash(e.source().file().hex());
        row.setFileName(e.source().name());
        row.setByPerson(e.by().value());
        row.setRecordedAt(at.time());
        row.setPosition(at.position());
        return row;
    }
}
