package io.tallybook.report.workbook;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.Sum;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.Rounding;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A shipper's lines: energy from the allocation, price from the price list, each rounded once on its line. */
final class ValuationSheet {
    // ISO 80000-5: 1 kWh = 3.6 MJ, 1 MMBtu (IT) = 1055.05585262 MJ
    private static final String MMBTU = "E%d*3.6/1055.05585262";

    private static final BigDecimal MJ_PER_KWH = new BigDecimal("3.6");
    private static final BigDecimal MJ_PER_MMBTU = new BigDecimal("1055.05585262");

    /** Digits of an unrounded product: far more than any engine has. */
    private static final MathContext EXACT = new MathContext(40);

    private final SheetPage page;
    private final Kwh kwh;
    private int receipts;
    private int deliveries;

    ValuationSheet(SheetPage page, Kwh kwh) {
        this.page = page;
        this.kwh = kwh;
    }

    static List<Column> columns(Kwh kwh, String currency) {
        return List.of(
                new Column("Gas day", Format.DAY),
                new Column("Point", Format.TEXT),
                new Column("Contract", Format.TEXT),
                new Column("Direction", Format.TEXT),
                new Column("Energy, kWh", kwh.format()),
                new Column("Energy, MMBtu", Format.FINE),
                new Column("Price day", Format.DAY),
                new Column("Price, " + currency + "/MMBtu", Format.PRICE),
                new Column("Price rule", Format.TEXT),
                new Column("Amount, " + currency, Format.MONEY));
    }

    void fill(StatementMonth statement, AllocationSheet allocation, PricesSheet prices) {
        for (ValuedPoint point : statement.points()) {
            point.lines().forEach(line -> line(point, line, allocation, prices));
        }
        receipts = total("Bought", Direction.RECEIPT, statement);
        deliveries = total("Sold", Direction.DELIVERY, statement);
        page.finish();
    }

    private void line(ValuedPoint point, ValuedLine line, AllocationSheet allocation, PricesSheet prices) {
        int row = page.next();
        String mmbtu = MMBTU.formatted(row);
        BigDecimal exact = line.energy().kwh().multiply(MJ_PER_KWH).divide(MJ_PER_MMBTU, EXACT);
        page.row(
                Cell.day(line.day().date()),
                Cell.text(point.point().value()),
                Cell.text(point.contract().value()),
                Cell.text(Words.of(line.direction())),
                Cell.derived(
                        allocation.cell(point.contract(), point.point(), line.day(), line.direction()),
                        line.energy().kwh()),
                Cell.derived(Rounding.of(mmbtu, exact, Energy.MMBTU_SCALE), line.mmbtu()),
                Cell.derived(prices.day(point.series(), line.priceDay()), line.priceDay()),
                Cell.derived(
                        prices.price(point.series(), line.priceDay()),
                        line.price().perMmbtu()),
                Cell.text(Words.of(line.rule())),
                Cell.derived(
                        Rounding.of(
                                mmbtu + "*H" + row, exact.multiply(line.price().perMmbtu()), Money.SCALE),
                        line.amount().amount()));
    }

    private int total(String title, Direction direction, StatementMonth statement) {
        Sum sum = statement.sum(direction);
        return page.total(
                Cell.text(title),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.text(Words.of(direction)),
                Cell.derived(kwh.rounded(sumOf("E", direction)), sum.energy().kwh()),
                Cell.derived("ROUND(" + sumOf("F", direction) + ",6)", sum.mmbtu()),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived("ROUND(" + sumOf("J", direction) + ",2)", sum.amount()));
    }

    private String sumOf(String column, Direction direction) {
        return "SUMIFS(%s,%s,\"%s\")".formatted(page.range(column), page.range("D"), Words.of(direction));
    }

    /** A total of one direction; column E kWh, F MMBtu, J amount. */
    String total(Direction direction, String column) {
        return page.quoted() + "$" + column + "$" + (direction == Direction.RECEIPT ? receipts : deliveries);
    }
}
