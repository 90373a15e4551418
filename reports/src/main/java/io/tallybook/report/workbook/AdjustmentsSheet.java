package io.tallybook.report.workbook;

import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.JournalMonth.Adjustment;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The journals of adjustments booked in the period: each line with the line of the earlier month that it adjusts. */
final class AdjustmentsSheet {
    private final SheetPage page;

    AdjustmentsSheet(SheetPage page) {
        this.page = page;
    }

    /** The currency is the earlier months': one for all of them, or the total is left out. */
    static List<Column> columns(Kwh kwh) {
        return List.of(
                new Column("Journal", Format.TEXT),
                new Column("Line", Format.COUNT),
                new Column("For", Format.TEXT),
                new Column("Account", Format.TEXT),
                new Column("Shipper", Format.TEXT),
                new Column("Direction", Format.TEXT),
                new Column("Difference, kWh", kwh.format()),
                new Column("Debit", Format.MONEY),
                new Column("Credit", Format.MONEY),
                new Column("Currency", Format.TEXT),
                new Column("Package", Format.TEXT),
                new Column("Adjusts", Format.TEXT),
                new Column("ERP document", Format.TEXT));
    }

    void fill(JournalMonth month) {
        for (Adjustment journal : month.adjustments()) {
            journal.lines().forEach(line -> row(journal, line));
        }
        List<JournalLine> lines = month.adjustments().stream()
                .flatMap(journal -> journal.lines().stream())
                .toList();
        long currencies =
                lines.stream().map(line -> line.debit().currency()).distinct().count();
        if (currencies == 1) {
            total(
                    sum(lines, line -> line.debit().amount()),
                    sum(lines, line -> line.credit().amount()));
        }
        page.finish();
    }

    private void total(BigDecimal debits, BigDecimal credits) {
        page.total(
                Cell.text("Total"),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived("ROUND(SUM(" + page.range("H") + "),2)", debits),
                Cell.derived("ROUND(SUM(" + page.range("I") + "),2)", credits));
    }

    private static BigDecimal sum(List<JournalLine> lines, Function<JournalLine, BigDecimal> side) {
        return lines.stream().map(side).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private void row(Adjustment journal, JournalLine line) {
        AdjustedLine adjusts = line.adjusts();
        page.row(
                Cell.text(journal.journal().value()),
                Cell.input(line.line()),
                Cell.text(Words.of(line.use())),
                Cell.text(line.account().number() + " " + line.account().name()),
                Cell.text(line.shipper().value()),
                Cell.text(Words.of(line.direction())),
                Cell.input(line.energy().kwh()),
                Cell.input(line.debit().amount()),
                Cell.input(line.credit().amount()),
                Cell.text(line.debit().currency()),
                adjusts == null ? Cell.EMPTY : Cell.text(adjusts.adjustments().value()),
                adjusts == null ? Cell.EMPTY : Cell.text(adjusts.journal().value() + " " + adjusts.line()),
                Cell.text(journal.documentNumber()));
    }
}
