package io.tallybook.ui.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.statement.ProvisionalStatement;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementState;
import io.tallybook.query.statement.StatementView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of statements. */
final class StatementTables {
    private StatementTables() {}

    /** Money columns are summed only where every row has the same currency, which then stands in the heading. */
    private static List<Column> totals(@Nullable String currency) {
        return List.of(
                Column.kwh("receipts"),
                Column.summed("receiptsMmbtu", Kind.MMBTU, "MMBtu"),
                new Column("purchases", Kind.MONEY, currency, currency != null, 2),
                Column.kwh("deliveries"),
                Column.summed("deliveriesMmbtu", Kind.MMBTU, "MMBtu"),
                new Column("sales", Kind.MONEY, currency, currency != null, 2));
    }

    private static List<Cell> cells(@Nullable StatementTotals t) {
        return t == null
                ? List.of(Cell.ABSENT, Cell.ABSENT, Cell.ABSENT, Cell.ABSENT, Cell.ABSENT, Cell.ABSENT)
                : List.of(
                        Cell.of(t.receipts()),
                        Cell.of(t.receiptsMmbtu()),
                        Cell.of(t.purchases()),
                        Cell.of(t.deliveries()),
                        Cell.of(t.deliveriesMmbtu()),
                        Cell.of(t.sales()));
    }

    private static @Nullable String currency(Stream<@Nullable StatementTotals> totals) {
        List<String> found = totals.filter(t -> t != null)
                .map(t -> t.sales().currency())
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static Row row(String key, List<Cell> first, List<Cell> rest, List<Cell> last) {
        List<Cell> cells = new ArrayList<>(first);
        cells.addAll(rest);
        cells.addAll(last);
        return new Row(key, cells, "");
    }

    private static List<Column> columns(List<Column> first, List<Column> rest, List<Column> last) {
        return Stream.of(first, rest, last).flatMap(List::stream).toList();
    }

    static Table statements(CloseId close, List<StatementView> statements, Screen screen) {
        String currency = currency(statements.stream().map(StatementView::totals));
        return screen.table(
                        "statements",
                        columns(
                                List.of(Column.text("shipper"), Column.of("state", Kind.STATE), Column.count("lines")),
                                totals(currency),
                                List.of()),
                        statements.stream()
                                .map(s -> row(
                                        s.statement().value(),
                                        List.of(
                                                Cell.of(s.shipperName())
                                                        .to(Ways.statement(
                                                                close,
                                                                s.statement().shipper())),
                                                Cell.of(state(s.state())),
                                                Cell.of(s.lines())),
                                        cells(s.totals()),
                                        List.of()))
                                .toList())
                .live("statement");
    }

    static Table provisional(List<ProvisionalStatement> statements, Screen screen) {
        String currency = currency(statements.stream().map(ProvisionalStatement::totals));
        return screen.table(
                        "provisional",
                        columns(
                                List.of(Column.text("shipper"), Column.of("through", Kind.DAY)),
                                totals(currency),
                                List.of(Column.kwh("unpriced"))),
                        statements.stream()
                                .map(s -> row(
                                        s.shipper().value(),
                                        List.of(Cell.of(s.shipperName()), Cell.of(s.through())),
                                        cells(s.totals()),
                                        List.of(Cell.of(s.unpriced()))))
                                .toList())
                .live("statement");
    }

    /** The open month's allocation to date, by the shares in force. */
    static Table allocated(CloseId close, List<ProvisionalAllocation> parts, Screen screen) {
        return screen.table(
                        "allocated",
                        List.of(
                                Column.text("shipper"),
                                Column.text("point"),
                                Column.text("direction"),
                                Column.text("contract"),
                                Column.figure("share", Kind.SHARE, null),
                                Column.figure("days", Kind.COUNT, null),
                                Column.kwh("energy")),
                        parts.stream().map(p -> allocated(close, p, screen)).toList())
                .live("metering");
    }

    private static Row allocated(CloseId close, ProvisionalAllocation p, Screen screen) {
        return Row.of(
                p.contract() + "|" + p.point() + "|" + p.direction(),
                Cell.of(p.shipperName()),
                Cell.of(p.pointName()).to(Ways.meterMonth(MeterMonthId.of(p.point(), close.period()))),
                Cell.of(screen.figures().word("direction." + p.direction())),
                Cell.of(p.contract().value()).to(Ways.contract(p.contract())),
                Cell.of(p.share().value()),
                Cell.of(p.days().size()),
                Cell.of(p.energy()));
    }

    private static State state(StatementState state) {
        String key = "statement.state." + state;
        return switch (state) {
            case PROVISIONAL, WAITING -> State.waiting(key);
            case PRICE_MISSING -> State.blocked(key);
            case OUTDATED, VOID -> State.late(key);
            case PREPARED, ISSUED -> State.done(key);
        };
    }

    static String stand(StatementView statement, Figures words) {
        return words.word(
                "statement.stand." + statement.state(),
                words.count(statement.lines()),
                String.join(", ", statement.missingDays()),
                words.time(statement.preparedAt()));
    }

    static Table points(CloseId close, StatementView statement, List<StatementPointView> points, Screen screen) {
        String currency =
                statement.totals() == null ? null : statement.totals().sales().currency();
        return screen.table(
                        "statement-points",
                        columns(
                                List.of(
                                        Column.text("point"),
                                        Column.text("contract"),
                                        Column.text("direction"),
                                        Column.count("lines")),
                                totals(currency),
                                List.of()),
                        points.stream()
                                .map(p -> point(close, statement, p, screen))
                                .toList())
                .live("statement");
    }

    private static Row point(CloseId close, StatementView statement, StatementPointView p, Screen screen) {
        boolean in = p.direction() == Direction.RECEIPT;
        String way =
                Ways.statementPoint(close, statement.statement().shipper(), p.contract(), p.point(), p.direction());
        List<Cell> sums = List.of(
                Cell.of(p.energy()).to(way),
                Cell.of(p.mmbtu()),
                Cell.of(p.amount()).to(way));
        List<Cell> none = List.of(Cell.ABSENT, Cell.ABSENT, Cell.ABSENT);
        return row(
                p.contract() + "|" + p.point() + "|" + p.direction(),
                List.of(
                        Cell.of(p.pointName()).to(way),
                        Cell.of(p.contract().value()).to(Ways.contract(p.contract())),
                        Cell.of(screen.figures().word("direction." + p.direction())),
                        Cell.of(p.lines())),
                in ? sums : none,
                in ? none : sums);
    }

    static Table lines(CloseId close, StatementView statement, List<StatementLineView> lines, Screen screen) {
        String currency =
                statement.totals() == null ? null : statement.totals().sales().currency();
        return screen.table(
                        "lines",
                        List.of(
                                Column.of("day", Kind.DAY),
                                Column.kwh("energy"),
                                Column.summed("mmbtu", Kind.MMBTU, "MMBtu"),
                                Column.figure("price", Kind.PRICE, currency == null ? null : currency + "/MMBtu"),
                                Column.of("priceDay", Kind.DAY),
                                Column.text("rule"),
                                new Column("amount", Kind.MONEY, currency, currency != null, 2),
                                Column.figure("position", Kind.COUNT, null)),
                        lines.stream().map(l -> line(close, l, screen)).toList())
                .live("statement");
    }

    private static Row line(CloseId close, StatementLineView view, Screen screen) {
        var l = view.line();
        String down = Ways.allocation(
                close, view.point(), l.day(), l.direction(), view.statement().shipper());
        BigDecimal price = l.price().perMmbtu();
        return Row.of(
                l.day().value(),
                Cell.of(l.day()).to(down),
                Cell.of(l.energy()).to(down),
                Cell.of(l.mmbtu()),
                Cell.of(price),
                Cell.of(l.priceDay()).to(Ways.prices(view.series(), close.period())),
                Cell.of(screen.figures().word(l.rule() == null ? "price.own-day" : "price.rule." + l.rule())),
                Cell.of(l.amount()),
                Cell.of(view.position()).to(Ways.event(view.position())));
    }
}
