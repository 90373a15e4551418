package io.tallybook.query.cashout;

import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT_TIER;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Event;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTableEvent;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableDefined;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.migrations.jooq.tables.records.ViewCashOutTierRecord;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Columns;
import io.tallybook.query.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Every version of every table of tiers. */
final class CashOutProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "cash-out", List.of(CashOutTableEvent.class), List.of(VIEW_CASH_OUT_TIER), CashOutProjection::new);

    private final DSLContext db;

    private CashOutProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        if (event instanceof CashOutTableDefined e) {
            List<ViewCashOutTierRecord> rows = new ArrayList<>();
            for (CashOutSide side : CashOutSide.values()) {
                e.tiers().of(side).forEach(tier -> rows.add(row(e, side, tier, rows.size(), at)));
            }
            db.batchMerge(rows).execute();
        }
    }

    private ViewCashOutTierRecord row(CashOutTableDefined e, CashOutSide side, CashOutTier tier, int ordinal, At at) {
        var row = db.newRecord(VIEW_CASH_OUT_TIER);
        row.setCashOutTable(e.table().value());
        row.setVersion(e.version());
        row.setSide(side.name());
        row.setOrdinal(ordinal);
        row.setAbove(tier.above());
        row.setUpTo(tier.upTo());
        row.setFactor(tier.factor());
        row.setFromPeriod(Columns.maybe(e.from(), AccountingPeriod::value));
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.setPosition(at.position());
        return row;
    }
}
