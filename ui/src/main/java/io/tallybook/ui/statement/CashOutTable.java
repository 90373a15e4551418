package io.tallybook.ui.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.query.statement.StatementView;
import io.tallybook.report.pack.Words;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.util.List;
import java.util.stream.IntStream;

/** What a statement settles of imbalances, a row per band; from the imbalance the way goes down to its days. */
final class CashOutTable {
    private CashOutTable() {}

    static Table of(CloseId close, StatementView statement, List<CashOutView> cashOuts, Screen screen) {
        String currency = cashOuts.getFirst().index().currency();
        return screen.table(
                        "cash-outs",
                        List.of(
                                Column.text("point"),
                                Column.text("direction"),
                                Column.text("contract"),
                                Column.figure("imbalance", Kind.DIFFERENCE, "kWh"),
                                Column.figure("imbalancePercent", Kind.PERCENT, "%"),
                                Column.text("side"),
                                Column.text("band"),
                                Column.text("factor"),
                                Column.figure("inBand", Kind.ENERGY, "kWh"),
                                Column.figure("reference", Kind.PRICE, currency + "/MMBtu"),
                                new Column("amount", Kind.MONEY, currency, false, 2),
                                Column.figure("position", Kind.COUNT, null)),
                        cashOuts.stream()
                                .flatMap(each -> IntStream.range(
                                                0, each.way().lines().size())
                                        .mapToObj(i -> row(close, statement, each, i, screen)))
                                .toList())
                .live("statement");
    }

    private static Row row(CloseId close, StatementView statement, CashOutView of, int band, Screen screen) {
        CashedOut way = of.way();
        CashOutLine line = way.lines().get(band);
        Direction direction = way.direction();
        GasDay first = close.period().days().getFirst();
        String down = Ways.allocation(
                close, of.point(), first, direction, statement.statement().shipper());
        return Row.of(
                of.contract() + "|" + of.point() + "|" + direction + "|" + band,
                Cell.of(of.pointName()).to(down),
                Cell.of(screen.figures().word("direction." + direction)),
                Cell.of(of.contract().value()).to(Ways.contract(of.contract())),
                Cell.of(way.imbalance()).to(down),
                way.percent() == null ? Cell.ABSENT : Cell.of(way.percent()),
                Cell.of(screen.figures().word("cash-out.side." + way.side())),
                Cell.of(Words.of(line.tier())),
                Cell.of(line.tier().factor().toPlainString()),
                Cell.of(line.energy()),
                Cell.of(of.index().perMmbtu()).to(Ways.prices(of.series(), close.period())),
                Cell.of(line.amount()),
                Cell.of(of.position()).to(Ways.event(of.position())));
    }
}
