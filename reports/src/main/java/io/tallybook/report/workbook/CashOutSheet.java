package io.tallybook.report.workbook;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.Rounding;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Every imbalance that was cashed out, a row per band: nominations, allocations, tiers and price typed in, the rest formulas. */
final class CashOutSheet {
    // ISO 80000-5: 1 kWh = 3.6 MJ, 1 MMBtu (IT) = 1055.05585262 MJ
    private static final String MMBTU = "M%d*3.6/1055.05585262";

    private static final BigDecimal MJ_PER_KWH = new BigDecimal("3.6");
    private static final BigDecimal MJ_PER_MMBTU = new BigDecimal("1055.05585262");
    private static final MathContext EXACT = new MathContext(40);
    private static final int PERCENT_SCALE = 4;

    private final SheetPage page;

    CashOutSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns(Kwh kwh, String currency) {
        return List.of(
                new Column("Shipper", Format.TEXT),
                new Column("Contract", Format.TEXT),
                new Column("Point", Format.TEXT),
                new Column("Direction", Format.TEXT),
                new Column("Allocated, kWh", kwh.format()),
                new Column("Scheduled, kWh", kwh.format()),
                new Column("Imbalance, kWh", kwh.format()),
                new Column("Imbalance, %", Format.PERCENT),
                new Column("Side", Format.TEXT),
                new Column("Above, %", Format.PERCENT),
                new Column("Up to, %", Format.PERCENT),
                new Column("Factor", Format.PERCENT),
                new Column("In this band, kWh", Format.FINE),
                new Column("In this band, MMBtu", Format.FINE),
                new Column("Reference price, " + currency + "/MMBtu", Format.PRICE),
                new Column("Amount, " + currency, Format.MONEY));
    }

    void fill(CloseMonth month) {
        for (StatementMonth statement : month.statements()) {
            for (CashOutView each : statement.cashOuts()) {
                each.way().lines().forEach(line -> line(statement.shipper(), each, line));
            }
        }
        page.finish();
    }

    private void line(ShipperId shipper, CashOutView of, CashOutLine line) {
        int row = page.next();
        CashedOut way = of.way();
        BigDecimal upTo = line.tier().upTo();
        BigDecimal exact = line.energy().kwh().multiply(MJ_PER_KWH).divide(MJ_PER_MMBTU, EXACT);
        BigDecimal price = of.index().perMmbtu().multiply(line.tier().factor());
        page.row(
                Cell.text(shipper.value()),
                Cell.text(of.contract().value()),
                Cell.text(of.point().value()),
                Cell.text(Words.of(way.direction())),
                Cell.input(way.allocated().kwh()),
                Cell.input(way.scheduled().kwh()),
                Cell.derived("E%d-F%d".formatted(row, row), way.imbalance().kwh()),
                percent(way, row),
                Cell.text(Words.of(way.side())),
                Cell.input(line.tier().above()),
                upTo == null ? Cell.EMPTY : Cell.input(upTo),
                Cell.input(line.tier().factor()),
                Cell.derived(band(row, upTo == null), line.energy().kwh()),
                Cell.derived(Rounding.of(MMBTU.formatted(row), exact, Energy.MMBTU_SCALE), line.mmbtu()),
                Cell.input(of.index().perMmbtu()),
                Cell.derived(
                        Rounding.of(
                                MMBTU.formatted(row) + "*O%d*L%d".formatted(row, row),
                                exact.multiply(price),
                                Money.SCALE),
                        line.amount().amount()));
    }

    private static Cell percent(CashedOut way, int row) {
        BigDecimal percent = way.percent();
        return percent == null
                ? Cell.EMPTY
                : Cell.derived("ROUND(ABS(G%d)/E%d*100,%d)".formatted(row, row, PERCENT_SCALE), percent);
    }

    /** The part of the imbalance between two levels; the last band takes what is left. */
    private static String band(int row, boolean last) {
        String size = "ABS(G" + row + ")";
        String to = last ? size : "MIN(" + size + "," + level("K", row) + ")";
        return "ROUND(" + to + "-" + level("J", row) + ",6)";
    }

    private static String level(String column, int row) {
        return "ROUND(MAX(E%d,0)*%s%d/100,6)".formatted(row, column, row);
    }

    /** Quantity of one shipper and side. */
    String energy(ShipperId shipper, CashOutSide side) {
        return "ROUND(" + sum("M", shipper, side) + ",6)";
    }

    /** Amount of one shipper and side. */
    String amount(ShipperId shipper, CashOutSide side) {
        return "ROUND(" + sum("P", shipper, side) + ",2)";
    }

    private String sum(String column, ShipperId shipper, CashOutSide side) {
        return "SUMIFS(%s,%s,\"%s\",%s,\"%s\")"
                .formatted(all(column), all("A"), shipper.value(), all("I"), Words.of(side));
    }

    private String all(String column) {
        return page.quoted() + page.range(column);
    }
}
