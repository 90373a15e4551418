package io.tallybook.query.statement;

import static io.tallybook.migrations.jooq.Tables.VIEW_CASH_OUT;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.migrations.jooq.tables.records.ViewCashOutRecord;
import io.tallybook.query.projection.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The cash-outs of statements, a row per band; written by the statement's projection, read as one view per way. */
final class CashOutLines {
    private final DSLContext db;

    CashOutLines(DSLContext db) {
        this.db = db;
    }

    void forget(StatementId statement) {
        db.deleteFrom(VIEW_CASH_OUT).where(of(statement)).execute();
    }

    void settled(ImbalancesCashedOut e, At at) {
        List<ViewCashOutRecord> rows = new ArrayList<>();
        for (CashedOut way : e.ways()) {
            int ordinal = 0;
            for (CashOutLine line : way.lines()) {
                rows.add(row(e, way, line, ordinal, at));
                ordinal++;
            }
        }
        db.batchMerge(rows).execute();
    }

    private ViewCashOutRecord row(ImbalancesCashedOut e, CashedOut way, CashOutLine line, int ordinal, At at) {
        var row = db.newRecord(VIEW_CASH_OUT);
        row.setShipper(e.statement().shipper().value());
        row.setPeriod(e.statement().period().value());
        row.setContract(e.contract().value());
        row.setPoint(e.point().value());
        row.setDirection(way.direction().name());
        row.setOrdinal(ordinal);
        row.setAllocated(way.allocated().kwh());
        row.setScheduled(way.scheduled().kwh());
        row.setPercent(way.percent());
        row.setSide(way.side().name());
        row.setAbove(line.tier().above());
        row.setUpTo(line.tier().upTo());
        row.setFactor(line.tier().factor());
        row.setKwh(line.energy().kwh());
        row.setMmbtu(line.mmbtu());
        row.setAmount(line.amount().amount());
        row.setPrice(e.index().perMmbtu());
        row.setCurrency(e.index().currency());
        row.setRun(e.run().value());
        row.setNominationsVersion(e.nominationsVersion());
        row.setCashOutTable(e.table().value());
        row.setTableVersion(e.tableVersion());
        row.setSeries(e.series().value());
        row.setPriceVersion(e.priceVersion());
        row.setPosition(at.position());
        return row;
    }

    List<CashOutView> of(StatementId statement, Map<String, String> pointNames) {
        return db
                .selectFrom(VIEW_CASH_OUT)
                .where(of(statement))
                .orderBy(
                        VIEW_CASH_OUT.CONTRACT,
                        VIEW_CASH_OUT.POINT,
                        VIEW_CASH_OUT.DIRECTION.desc(),
                        VIEW_CASH_OUT.ORDINAL)
                .fetchGroups(row -> List.of(row.getContract(), row.getPoint(), row.getDirection()))
                .values()
                .stream()
                .map(rows -> view(rows, pointNames))
                .toList();
    }

    Map<String, String> pointNames() {
        return db.selectFrom(VIEW_POINT).fetchMap(VIEW_POINT.POINT, VIEW_POINT.NAME);
    }

    private static CashOutView view(List<ViewCashOutRecord> rows, Map<String, String> names) {
        ViewCashOutRecord row = rows.getFirst();
        return new CashOutView(
                new ContractId(row.getContract()),
                new PointId(row.getPoint()),
                names.getOrDefault(row.getPoint(), row.getPoint()),
                way(rows),
                new Price(row.getPrice(), row.getCurrency()),
                new AllocationRunId(row.getRun()),
                row.getNominationsVersion(),
                new CashOutTableId(row.getCashOutTable()),
                row.getTableVersion(),
                new SeriesId(row.getSeries()),
                row.getPriceVersion(),
                row.getPosition());
    }

    private static CashedOut way(List<ViewCashOutRecord> rows) {
        ViewCashOutRecord row = rows.getFirst();
        Energy allocated = new Energy(row.getAllocated());
        Energy scheduled = new Energy(row.getScheduled());
        return new CashedOut(
                Direction.valueOf(row.getDirection()),
                allocated,
                scheduled,
                allocated.minus(scheduled),
                row.getPercent(),
                CashOutSide.valueOf(row.getSide()),
                rows.stream().map(CashOutLines::line).toList());
    }

    private static CashOutLine line(ViewCashOutRecord row) {
        return new CashOutLine(
                new CashOutTier(row.getAbove(), row.getUpTo(), row.getFactor()),
                new Energy(row.getKwh()),
                row.getMmbtu(),
                new Money(row.getAmount(), row.getCurrency()));
    }

    private static Condition of(StatementId statement) {
        return VIEW_CASH_OUT
                .SHIPPER
                .eq(statement.shipper().value())
                .and(VIEW_CASH_OUT.PERIOD.eq(statement.period().value()));
    }
}
