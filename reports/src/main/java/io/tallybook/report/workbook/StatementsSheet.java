package io.tallybook.report.workbook;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.Sum;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each shipper's statement comes to: one line per shipper, linked to its lines. */
final class StatementsSheet {
    private static final List<CashOutSide> SIDES = List.of(CashOutSide.DUE_SHIPPER, CashOutSide.DUE_PIPELINE);

    private final SheetPage page;
    private final Kwh kwh;
    private final Map<ShipperId, Integer> rows = new HashMap<>();
    private int total;
    private boolean withCashOuts;

    StatementsSheet(SheetPage page, Kwh kwh) {
        this.page = page;
        this.kwh = kwh;
    }

    /** @param cashOuts whether any imbalance of the month was cashed out */
    static List<Column> columns(Kwh kwh, String currency, boolean cashOuts) {
        List<Column> columns = new ArrayList<>(columns(kwh, currency));
        if (cashOuts) {
            columns.addAll(List.of(
                    new Column("Over-supply, kWh", Format.FINE),
                    new Column("Paid for over-supply, " + currency, Format.MONEY),
                    new Column("Under-supply, kWh", Format.FINE),
                    new Column("Charged for under-supply, " + currency, Format.MONEY)));
        }
        return columns;
    }

    private static List<Column> columns(Kwh kwh, String currency) {
        return List.of(
                new Column("Shipper", Format.TEXT),
                new Column("Name", Format.TEXT),
                new Column("Bought, kWh", kwh.format()),
                new Column("Bought, MMBtu", Format.FINE),
                new Column("Purchases, " + currency, Format.MONEY),
                new Column("Sold, kWh", kwh.format()),
                new Column("Sold, MMBtu", Format.FINE),
                new Column("Sales, " + currency, Format.MONEY),
                new Column("Sales less purchases, " + currency, Format.MONEY));
    }

    /** @param cashOuts null where no imbalance of the month was cashed out */
    void fill(CloseMonth month, Function<StatementMonth, ValuationSheet> valuations, @Nullable CashOutSheet cashOuts) {
        withCashOuts = cashOuts != null;
        for (StatementMonth statement : month.statements()) {
            line(statement, valuations.apply(statement), cashOuts);
        }
        total = page.next();
        Sum in = whole(month, Direction.RECEIPT);
        Sum out = whole(month, Direction.DELIVERY);
        List<Cell> all = new ArrayList<>(List.of(
                Cell.text("All shippers"),
                Cell.EMPTY,
                sum("C", kwh.decimals(), in.energy().kwh()),
                sum("D", 6, in.mmbtu()),
                sum("E", 2, in.amount()),
                sum("F", kwh.decimals(), out.energy().kwh()),
                sum("G", 6, out.mmbtu()),
                sum("H", 2, out.amount()),
                sum("I", 2, out.amount().subtract(in.amount()))));
        if (withCashOuts) {
            for (CashOutSide side : SIDES) {
                all.add(sum(
                        column(side, true),
                        Energy.MMBTU_SCALE,
                        total(month, s -> s.cashOut(side).energy().kwh())));
                all.add(sum(
                        column(side, false),
                        2,
                        total(month, s -> s.cashOut(side).amount())));
            }
        }
        page.total(all.toArray(Cell[]::new));
        page.finish();
    }

    private void line(StatementMonth statement, ValuationSheet valuation, @Nullable CashOutSheet cashOuts) {
        Sum in = statement.sum(Direction.RECEIPT);
        Sum out = statement.sum(Direction.DELIVERY);
        int row = page.next();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(statement.shipper().value()),
                Cell.text(statement.name()),
                Cell.derived(
                        valuation.total(Direction.RECEIPT, "E"), in.energy().kwh()),
                Cell.derived(valuation.total(Direction.RECEIPT, "F"), in.mmbtu()),
                Cell.derived(valuation.total(Direction.RECEIPT, "J"), in.amount()),
                Cell.derived(
                        valuation.total(Direction.DELIVERY, "E"), out.energy().kwh()),
                Cell.derived(valuation.total(Direction.DELIVERY, "F"), out.mmbtu()),
                Cell.derived(valuation.total(Direction.DELIVERY, "J"), out.amount()),
                Cell.derived("ROUND(H" + row + "-E" + row + ",2)", out.amount().subtract(in.amount()))));
        if (cashOuts != null) {
            for (CashOutSide side : SIDES) {
                Sum sum = statement.cashOut(side);
                cells.add(Cell.derived(
                        cashOuts.energy(statement.shipper(), side), sum.energy().kwh()));
                cells.add(Cell.derived(cashOuts.amount(statement.shipper(), side), sum.amount()));
            }
        }
        page.row(cells.toArray(Cell[]::new));
        rows.put(statement.shipper(), row);
    }

    private static BigDecimal total(CloseMonth month, Function<StatementMonth, BigDecimal> figure) {
        return month.statements().stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The column of a side's quantity, or amount. */
    static String column(CashOutSide side, boolean energy) {
        boolean over = side == CashOutSide.DUE_SHIPPER;
        return energy ? over ? "J" : "L" : over ? "K" : "M";
    }

    private Cell sum(String column, int decimals, BigDecimal value) {
        return Cell.derived("ROUND(SUM(" + page.range(column) + ")," + decimals + ")", value);
    }

    private static Sum whole(CloseMonth month, Direction direction) {
        List<Sum> sums = month.statements().stream().map(s -> s.sum(direction)).toList();
        return new Sum(
                sums.stream().map(Sum::energy).reduce(Energy.ZERO, Energy::plus),
                add(sums, Sum::mmbtu),
                add(sums, Sum::amount));
    }

    private static BigDecimal add(List<Sum> sums, Function<Sum, BigDecimal> figure) {
        return sums.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A figure of one shipper; columns C bought kWh, E purchases, F sold kWh, H sales, J to M cash-outs. */
    String cell(ShipperId shipper, String column) {
        Integer row = rows.get(shipper);
        if (row == null) {
            throw new IllegalStateException("the journal names " + shipper.value() + ", which has no statement");
        }
        return page.quoted() + "$" + column + "$" + row;
    }

    /** Purchases, sales and cash-outs by size, whatever their sign: what debits, and credits, come to. */
    String sizes() {
        String cashOuts = withCashOuts ? "+" + sizes("K") + "+" + sizes("M") : "";
        return "ROUND(" + sizes("E") + "+" + sizes("H") + cashOuts + ",2)";
    }

    private String sizes(String column) {
        String all = page.quoted() + page.range(column);
        return "SUMIF(" + all + ",\">0\")-SUMIF(" + all + ",\"<0\")";
    }

    String whole(String column) {
        return page.quoted() + "$" + column + "$" + total;
    }
}
