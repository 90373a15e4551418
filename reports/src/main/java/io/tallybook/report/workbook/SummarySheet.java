package io.tallybook.report.workbook;

import io.tallybook.messages.PersonId;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.Explanation;
import io.tallybook.report.pack.CloseMonth.StepDone;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import io.tallybook.report.tieout.TieOutLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first sheet: what was closed, what it comes to, who did what when. Figures are links into the other sheets. */
final class SummarySheet {
    private final SheetPage page;
    private final Kwh kwh;
    private final TieOutSheet.Sources sources;

    SummarySheet(SheetPage page, Kwh kwh, TieOutSheet.Sources sources) {
        this.page = page;
        this.kwh = kwh;
        this.sources = sources;
    }

    static List<Column> columns() {
        return List.of(
                new Column("Section", Format.TEXT),
                new Column("Item", Format.TEXT),
                new Column("Figure", Format.MONEY),
                new Column("Unit", Format.TEXT),
                new Column("Text", Format.TEXT),
                new Column("By", Format.TEXT),
                new Column("At, UTC", Format.TIME));
    }

    void fill(CloseMonth month, List<TieOutLine> tieOut, String statusCell) {
        head(month.head());
        boolean ties = tieOut.stream().allMatch(TieOutLine::ties);
        int status = page.next();
        text("Tie-out", "Report, journal and event log", Cell.derived(statusCell, ties ? "TIES" : "OUT"));
        page.colourStatus("E", status, status);
        figures(month);
        month.steps().forEach(this::step);
        month.approvals().forEach(a -> note("Approval", "Level " + a.level(), "approved this pack", a.by(), a.at()));
        month.contributors().forEach(p -> text("Contributor", p.value(), Cell.text("may not approve this close")));
        month.explanations().forEach(this::explanation);
        page.finish();
    }

    private void head(PackHead head) {
        if (head.demo()) {
            text("Close", "Sample", Cell.text("Shippers, shares, tolerances and accounts are invented"));
        }
        text("Close", "Network", Cell.text(head.network()));
        text("Close", "Close", Cell.text(head.closeId().value()));
        page.row(
                Cell.text("Close"),
                Cell.text("Period"),
                Cell.day(head.closeId().period().month().atDay(1)).as(Format.PERIOD));
        text("Close", "Gas day zone", Cell.text(head.zone().getId()));
        text("Close", "Pack hash, SHA-256", Cell.text(head.packHash().hex()));
        if (head.revision() > 1) {
            text("Close", "Restated", Cell.text(head.replaces()));
        }
        figure("Close", "Attempt", Cell.input(head.attempt()).as(Format.COUNT), "");
        figure("Close", "Event position", Cell.input(head.position()).as(Format.COUNT), "");
        note("Close", "Generated", "time of the last event inside", null, head.issuedAt());
    }

    private void figures(CloseMonth month) {
        BigDecimal zero = BigDecimal.ZERO;
        List<AreaMonth> areas = month.areas();
        energy(
                "Receipts",
                "C",
                areas.stream().map(a -> a.month().receipts().kwh()).reduce(zero, BigDecimal::add));
        energy(
                "Deliveries",
                "D",
                areas.stream().map(a -> a.month().deliveries().kwh()).reduce(zero, BigDecimal::add));
        energy("Fuel", "E", areas.stream().map(a -> a.month().burnt().kwh()).reduce(zero, BigDecimal::add));
        energy(
                "Storage change",
                "F",
                areas.stream().map(a -> a.month().storageChange().kwh()).reduce(zero, BigDecimal::add));
        energy(
                "Unaccounted",
                "G",
                areas.stream().map(a -> a.month().unaccounted().kwh()).reduce(zero, BigDecimal::add));
        String currency = month.journal().currency();
        money("Debits", "G", month.journal().debits(), currency);
        money("Credits", "H", month.journal().credits(), currency);
        figure(
                "Figures",
                "Explanations",
                Cell.input(month.explanations().size()).as(Format.COUNT),
                "");
        figure(
                "Figures",
                "Readings left out",
                Cell.input(month.exclusions().size()).as(Format.COUNT),
                "");
    }

    private void energy(String item, String column, BigDecimal value) {
        Cell cell = Cell.derived(sources.balance().whole(column), value);
        figure("Figures", item, cell.as(kwh.format()), "kWh");
    }

    private void money(String item, String column, BigDecimal value, String currency) {
        figure("Figures", item, Cell.derived(sources.journal().total(column), value), currency);
    }

    private void step(StepDone done) {
        note("Step", Words.of(done.step()), "done", done.by(), done.at());
    }

    private void explanation(Explanation each) {
        String where = each.area().value() + " "
                + (each.day() == null ? "month" : each.day().value());
        page.row(
                Cell.text("Explanation"),
                Cell.text(where),
                Cell.derived(
                                sources.balance().cell(each.area(), each.day(), "G"),
                                each.unaccounted().kwh())
                        .as(kwh.format()),
                Cell.text("kWh"),
                Cell.text(Words.of(each.cause()) + ": " + each.text()),
                Cell.text(each.by().value()),
                Cell.time(each.at()));
    }

    private void figure(String section, String item, Cell figure, String unit) {
        page.row(Cell.text(section), Cell.text(item), figure, Cell.text(unit));
    }

    private void text(String section, String item, Cell text) {
        page.row(Cell.text(section), Cell.text(item), Cell.EMPTY, Cell.EMPTY, text);
    }

    private void note(String section, String item, String text, @Nullable PersonId by, Instant at) {
        page.row(
                Cell.text(section),
                Cell.text(item),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.text(text),
                by == null ? Cell.EMPTY : Cell.text(by.value()),
                Cell.time(at));
    }
}
