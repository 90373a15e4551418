package io.tallybook.report.workbook;

import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.Decision;
import io.tallybook.report.pack.CloseMonth.Exclusion;
import io.tallybook.report.pack.CloseMonth.Explanation;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.util.List;

/** What people decided on the way: imbalances explained, readings left out, late data settled. */
final class NotesSheet {
    private final SheetPage page;

    NotesSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns(Kwh kwh) {
        return List.of(
                new Column("Kind", Format.TEXT),
                new Column("Subject", Format.TEXT),
                new Column("Gas day or start, UTC", Format.DAY),
                new Column("Unaccounted, kWh", kwh.format()),
                new Column("Cause", Format.TEXT),
                new Column("Text", Format.TEXT),
                new Column("By", Format.TEXT),
                new Column("At, UTC", Format.TIME));
    }

    void fill(CloseMonth month, BalanceSheet balance) {
        month.explanations().forEach(e -> explanation(e, balance));
        month.exclusions().forEach(this::exclusion);
        month.decisions().forEach(this::decision);
        page.finish();
    }

    private void explanation(Explanation each, BalanceSheet balance) {
        page.row(
                Cell.text("Imbalance explained"),
                Cell.text(each.area().value()),
                each.day() == null ? Cell.text("Month") : Cell.day(each.day().date()),
                Cell.derived(
                        balance.cell(each.area(), each.day(), "G"),
                        each.unaccounted().kwh()),
                Cell.text(Words.of(each.cause())),
                Cell.text(each.text()),
                Cell.text(each.by().value()),
                Cell.time(each.at()));
    }

    private void exclusion(Exclusion each) {
        page.row(
                Cell.text("Reading left out"),
                Cell.text(each.point().value() + ", " + each.deadLetter()),
                Cell.time(each.start()).as(Format.TIME),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.text(each.reason()),
                Cell.text(each.by().value()),
                Cell.time(each.at()));
    }

    private void decision(Decision each) {
        page.row(
                Cell.text("Late data"),
                Cell.text(each.point().value()),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.text(each.decision()),
                Cell.text(each.reason()),
                Cell.text(each.by() == null ? "tallybook" : each.by().value()),
                Cell.time(each.at()));
    }
}
