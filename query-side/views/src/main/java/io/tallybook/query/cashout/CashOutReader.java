package io.tallybook.query.cashout;

import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT_TIER;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.migrations.jooq.tables.records.ViewCashOutTierRecord;
import io.tallybook.query.projection.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads cash-out tables. */
final class CashOutReader implements CashOutQueries {
    private static final int MOST_TABLES = 256;
    private static final int MOST_VERSIONS = 50;

    private final DSLContext db;

    CashOutReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<CashOutTableView> tables() {
        return db
                .selectDistinct(VIEW_CASH_OUT_TIER.CASH_OUT_TABLE)
                .from(VIEW_CASH_OUT_TIER)
                .orderBy(VIEW_CASH_OUT_TIER.CASH_OUT_TABLE)
                .limit(MOST_TABLES)
                .fetch(VIEW_CASH_OUT_TIER.CASH_OUT_TABLE)
                .stream()
                .flatMap(id -> standing(versions(new CashOutTableId(id))))
                .toList();
    }

    /** Of versions, latest first, those no later one has taken the place of. */
    private static Stream<CashOutTableView> standing(List<CashOutTableView> versions) {
        Map<@Nullable AccountingPeriod, CashOutTableView> latest =
                new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        versions.forEach(version -> latest.putIfAbsent(version.from(), version));
        return latest.values().stream();
    }

    @Override
    public List<CashOutTableView> versions(CashOutTableId table) {
        Map<Integer, List<ViewCashOutTierRecord>> versions = db.selectFrom(VIEW_CASH_OUT_TIER)
                .where(VIEW_CASH_OUT_TIER.CASH_OUT_TABLE.eq(table.value()))
                .orderBy(VIEW_CASH_OUT_TIER.VERSION.desc(), VIEW_CASH_OUT_TIER.ORDINAL)
                .limit(MOST_VERSIONS * 2 * CashOutTiers.MOST_TIERS)
                .fetchGroups(VIEW_CASH_OUT_TIER.VERSION, row -> row.into(VIEW_CASH_OUT_TIER));
        return versions.values().stream()
                .limit(MOST_VERSIONS)
                .map(rows -> version(table, rows))
                .toList();
    }

    private static CashOutTableView version(CashOutTableId table, List<ViewCashOutTierRecord> rows) {
        ViewCashOutTierRecord first = rows.getFirst();
        return new CashOutTableView(
                table,
                first.getVersion(),
                Columns.maybe(first.getFromPeriod(), AccountingPeriod::new),
                new CashOutTiers(tiers(rows, CashOutSide.DUE_PIPELINE), tiers(rows, CashOutSide.DUE_SHIPPER)),
                new PersonId(first.getByPerson()),
                first.getAt(),
                first.getPosition());
    }

    private static List<CashOutTier> tiers(List<ViewCashOutTierRecord> rows, CashOutSide side) {
        return rows.stream()
                .filter(row -> row.getSide().equals(side.name()))
                .map(row -> new CashOutTier(row.getAbove(), row.getUpTo(), row.getFactor()))
                .toList();
    }
}
