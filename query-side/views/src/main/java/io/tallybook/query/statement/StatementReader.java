package io.tallybook.query.statement;

import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;
import static io.tallybook.migrations.jooq.Tables.VIEW_SHIPPER;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT;
import static io.tallybook.migrations.jooq.Tables.VIEW_STATEMENT_LINE;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.migrations.jooq.tables.records.ViewStatementLineRecord;
import io.tallybook.migrations.jooq.tables.records.ViewStatementRecord;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.projection.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads statements and their lines. */
final class StatementReader implements StatementQueries {
    private static final int MOST = 256;

    private final DSLContext db;
    private final ProvisionalValue provisional;
    private final EstimatedMonth estimated;

    StatementReader(DSLContext db, AllocationQueries allocations, ContractQueries contracts, PriceQueries prices) {
        this.db = db;
        this.provisional = new ProvisionalValue(allocations, contracts, prices);
        this.estimated = new EstimatedMonth(db, allocations, provisional);
    }

    @Override
    public List<StatementView> ofClose(CloseId closeId) {
        return statements(VIEW_STATEMENT.CLOSE_ID.eq(closeId.value()));
    }

    @Override
    public Optional<StatementView> statement(StatementId statement) {
        return statements(StatementProjection.is(statement)).stream().findFirst();
    }

    private List<StatementView> statements(Condition condition) {
        Map<String, String> names = db.selectFrom(VIEW_SHIPPER).fetchMap(VIEW_SHIPPER.SHIPPER, VIEW_SHIPPER.NAME);
        return db.selectFrom(VIEW_STATEMENT)
                .where(condition)
                .orderBy(VIEW_STATEMENT.SHIPPER, VIEW_STATEMENT.PERIOD)
                .limit(MOST)
                .fetch(row -> statement(row, names.getOrDefault(row.getShipper(), row.getShipper())));
    }

    private static StatementView statement(ViewStatementRecord row, String name) {
        return new StatementView(
                StatementId.of(new ShipperId(row.getShipper()), new AccountingPeriod(row.getPeriod())),
                new CloseId(row.getCloseId()),
                row.getAttempt(),
                name,
                StatementState.valueOf(row.getState()),
                row.getLines(),
                row.getReceipts() == null ? null : totals(row),
                Columns.hash(row.getAllocationsHash()),
                Columns.hash(row.getContentHash()),
                List.of(row.getVersions()),
                Columns.maybe(row.getMissingSeries(), SeriesId::new),
                row.getMissingCount(),
                List.of(row.getMissingDays()),
                Columns.hash(row.getDocument()),
                row.getPreparedAt(),
                row.getPosition());
    }

    private static StatementTotals totals(ViewStatementRecord row) {
        return new StatementTotals(
                new Energy(row.getReceipts()),
                row.getReceiptsMmbtu(),
                new Money(row.getPurchases(), row.getCurrency()),
                new Energy(row.getDeliveries()),
                row.getDeliveriesMmbtu(),
                new Money(row.getSales(), row.getCurrency()),
                cashOut(row));
    }

    private static @Nullable CashOutTotals cashOut(ViewStatementRecord row) {
        return row.getDueShipper() == null
                ? null
                : new CashOutTotals(
                        new Energy(row.getDueShipper()),
                        new Money(row.getCashOutPayable(), row.getCurrency()),
                        new Energy(row.getDuePipeline()),
                        new Money(row.getCashOutReceivable(), row.getCurrency()));
    }

    @Override
    public List<CashOutView> cashOuts(StatementId statement) {
        CashOutLines lines = new CashOutLines(db);
        return lines.of(statement, lines.pointNames());
    }

    @Override
    public List<StatementPointView> points(StatementId statement) {
        var kwh = DSL.sum(VIEW_STATEMENT_LINE.KWH);
        var mmbtu = DSL.sum(VIEW_STATEMENT_LINE.MMBTU);
        var amount = DSL.sum(VIEW_STATEMENT_LINE.AMOUNT);
        var lines = DSL.count();
        return db.select(
                        VIEW_STATEMENT_LINE.CONTRACT,
                        VIEW_STATEMENT_LINE.POINT,
                        VIEW_STATEMENT_LINE.DIRECTION,
                        VIEW_STATEMENT_LINE.CURRENCY,
                        VIEW_POINT.NAME,
                        lines,
                        kwh,
                        mmbtu,
                        amount)
                .from(VIEW_STATEMENT_LINE)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_STATEMENT_LINE.POINT))
                .where(linesOf(statement))
                .groupBy(
                        VIEW_STATEMENT_LINE.CONTRACT,
                        VIEW_STATEMENT_LINE.POINT,
                        VIEW_STATEMENT_LINE.DIRECTION,
                        VIEW_STATEMENT_LINE.CURRENCY,
                        VIEW_POINT.NAME)
                .orderBy(VIEW_STATEMENT_LINE.CONTRACT, VIEW_STATEMENT_LINE.POINT, VIEW_STATEMENT_LINE.DIRECTION.desc())
                .fetch(row -> new StatementPointView(
                        new ContractId(row.get(VIEW_STATEMENT_LINE.CONTRACT)),
                        new PointId(row.get(VIEW_STATEMENT_LINE.POINT)),
                        name(row.get(VIEW_POINT.NAME), row.get(VIEW_STATEMENT_LINE.POINT)),
                        Direction.valueOf(row.get(VIEW_STATEMENT_LINE.DIRECTION)),
                        row.get(lines),
                        new Energy(row.get(kwh)),
                        row.get(mmbtu),
                        new Money(row.get(amount), row.get(VIEW_STATEMENT_LINE.CURRENCY))));
    }

    private static String name(@Nullable String name, String id) {
        return name == null ? id : name;
    }

    @Override
    public List<StatementLineView> lines(StatementId statement) {
        return read(linesOf(statement));
    }

    @Override
    public List<StatementLineView> lines(
            StatementId statement, ContractId contract, PointId point, Direction direction) {
        return read(linesOf(statement).and(linesOf(contract, point, direction)));
    }

    @Override
    public Optional<StatementLineView> line(
            StatementId statement, ContractId contract, PointId point, GasDay day, Direction direction) {
        return read(linesOf(statement)
                        .and(linesOf(contract, point, direction))
                        .and(VIEW_STATEMENT_LINE.DAY.eq(day.date())))
                .stream()
                .findFirst();
    }

    private static Condition linesOf(StatementId statement) {
        return VIEW_STATEMENT_LINE
                .SHIPPER
                .eq(statement.shipper().value())
                .and(VIEW_STATEMENT_LINE.PERIOD.eq(statement.period().value()));
    }

    private static Condition linesOf(ContractId contract, PointId point, Direction direction) {
        return VIEW_STATEMENT_LINE
                .CONTRACT
                .eq(contract.value())
                .and(VIEW_STATEMENT_LINE.POINT.eq(point.value()))
                .and(VIEW_STATEMENT_LINE.DIRECTION.eq(direction.name()));
    }

    private List<StatementLineView> read(Condition condition) {
        return db.select(VIEW_STATEMENT_LINE.fields())
                .select(VIEW_POINT.NAME)
                .from(VIEW_STATEMENT_LINE)
                .leftJoin(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_STATEMENT_LINE.POINT))
                .where(condition)
                .orderBy(
                        VIEW_STATEMENT_LINE.CONTRACT,
                        VIEW_STATEMENT_LINE.POINT,
                        VIEW_STATEMENT_LINE.DAY,
                        VIEW_STATEMENT_LINE.DIRECTION.desc())
                .fetch(row -> line(row.into(VIEW_STATEMENT_LINE), row.get(VIEW_POINT.NAME)));
    }

    private static StatementLineView line(ViewStatementLineRecord row, @Nullable String name) {
        return new StatementLineView(
                StatementId.of(new ShipperId(row.getShipper()), new AccountingPeriod(row.getPeriod())),
                new ContractId(row.getContract()),
                new PointId(row.getPoint()),
                name(name, row.getPoint()),
                new ValuedLine(
                        GasDay.of(row.getDay()),
                        Direction.valueOf(row.getDirection()),
                        new Energy(row.getKwh()),
                        row.getMmbtu(),
                        new Price(row.getPrice(), row.getCurrency()),
                        row.getPriceDay(),
                        Columns.maybe(row.getRule(), NonPriceDayRule::valueOf),
                        new Money(row.getAmount(), row.getCurrency())),
                new AllocationRunId(row.getRun()),
                new SeriesId(row.getSeries()),
                row.getPriceVersion(),
                row.getPosition());
    }

    @Override
    public MonthEstimate estimate(NetworkId network, AccountingPeriod period) {
        return estimated.of(network, period);
    }

    @Override
    public List<ProvisionalStatement> provisional(NetworkId network, AccountingPeriod period) {
        return provisional.of(network, period);
    }

    @Override
    public List<ProvisionalStatement> provisional(
            NetworkId network, AccountingPeriod period, List<ProvisionalAllocation> split) {
        return provisional.of(network, period, split);
    }
}
