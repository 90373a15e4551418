package io.tallybook.report.workbook;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import io.tallybook.report.tieout.TieOut;
import io.tallybook.report.tieout.TieOutLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Report, journal and event log side by side: the event side is the only one typed in, so a change elsewhere shows. */
final class TieOutSheet {
    /** Where the compared figures stand in the workbook. */
    record Sources(
            BalanceSheet balance,
            AllocationSheet allocation,
            StatementsSheet statements,
            JournalSheet journal,
            @Nullable EstimatesSheet estimates) {
        String estimated(AreaId area) {
            return estimates == null ? "0" : estimates.count(area);
        }
    }

    private final SheetPage page;
    private final Kwh kwh;
    private final Sources sources;
    private int status;

    TieOutSheet(SheetPage page, Kwh kwh, Sources sources) {
        this.page = page;
        this.kwh = kwh;
        this.sources = sources;
    }

    static List<Column> columns() {
        return List.of(
                new Column("Subject", Format.TEXT),
                new Column("Figure", Format.TEXT),
                new Column("Unit", Format.TEXT),
                new Column("Report", Format.MONEY),
                new Column("Journal", Format.MONEY),
                new Column("Event log", Format.MONEY),
                new Column("Report less journal", Format.MONEY),
                new Column("Report less event log", Format.MONEY),
                new Column("Status", Format.TEXT));
    }

    void fill(List<TieOutLine> lines) {
        lines.forEach(this::line);
        status = page.next();
        String all = page.range("I");
        String worst = lines.stream().allMatch(TieOutLine::ties) ? "TIES" : "OUT";
        page.total(
                Cell.text("Whole pack"),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived("IF(COUNTIF(" + all + ",\"TIES\")=ROWS(" + all + "),\"TIES\",\"OUT\")", worst));
        page.colourStatus("I", SheetPage.first(), status);
        page.finish();
    }

    private void line(TieOutLine line) {
        int row = page.next();
        boolean energy = line.unit().equals("kWh");
        boolean counted = line.unit().equals(TieOut.INTERVALS);
        Format format = energy ? kwh.format() : counted ? Format.COUNT : Format.MONEY;
        int decimals = energy ? kwh.decimals() : counted ? 0 : 2;
        String journal = journal(line);
        BigDecimal fromJournal = line.fromJournal();
        page.row(
                Cell.text(line.subject()),
                Cell.text(line.figure().words()),
                Cell.text(line.unit()),
                Cell.derived(report(line), line.report()).as(format),
                journal == null || line.journal() == null
                        ? Cell.EMPTY
                        : Cell.derived(journal, line.journal()).as(format),
                Cell.input(line.event()).as(format),
                fromJournal == null
                        ? Cell.EMPTY
                        : Cell.derived(less("E", row, decimals), fromJournal).as(format),
                Cell.derived(less("F", row, decimals), line.fromEvents()).as(format),
                Cell.derived("IF(AND(G%d=0,H%d=0),\"TIES\",\"OUT\")".formatted(row, row), line.status()));
    }

    private static String less(String column, int row, int decimals) {
        return "ROUND(D%d-%s%d,%d)".formatted(row, column, row, decimals);
    }

    private String report(TieOutLine line) {
        return switch (line.figure()) {
            case RECEIPTS -> sources.balance().month(area(line), "C");
            case DELIVERIES -> sources.balance().month(area(line), "D");
            case FUEL -> sources.balance().month(area(line), "E");
            case STORAGE_CHANGE -> sources.balance().month(area(line), "F");
            case UNACCOUNTED -> sources.balance().month(area(line), "G");
            case ESTIMATED_INTERVALS -> sources.estimated(area(line));
            case ALLOCATED_RECEIPTS -> sources.allocation().total(Direction.RECEIPT);
            case ALLOCATED_DELIVERIES -> sources.allocation().total(Direction.DELIVERY);
            case BOUGHT -> statement(line, "C");
            case PURCHASES -> statement(line, "E");
            case SOLD -> statement(line, "F");
            case SALES -> statement(line, "H");
            case OVER_SUPPLY -> statement(line, "J");
            case OVER_SUPPLY_PAID -> statement(line, "K");
            case UNDER_SUPPLY -> statement(line, "L");
            case UNDER_SUPPLY_PAID -> statement(line, "M");
            case DEBITS, CREDITS -> sources.statements().sizes();
        };
    }

    private @Nullable String journal(TieOutLine line) {
        String shipper = line.subject().equals(TieOut.ALL) ? "" : line.subject();
        return switch (line.figure()) {
            case BOUGHT -> sources.journal().energy(AccountUse.GAS_PURCHASES, shipper);
            case PURCHASES -> sources.journal().amount(AccountUse.GAS_PURCHASES, shipper);
            case SOLD -> sources.journal().energy(AccountUse.REVENUE, shipper);
            case SALES -> sources.journal().amount(AccountUse.REVENUE, shipper);
            case OVER_SUPPLY -> sources.journal().energy(AccountUse.IMBALANCE_PURCHASES, shipper);
            case OVER_SUPPLY_PAID -> sources.journal().amount(AccountUse.IMBALANCE_PURCHASES, shipper);
            case UNDER_SUPPLY -> sources.journal().energy(AccountUse.IMBALANCE_REVENUE, shipper);
            case UNDER_SUPPLY_PAID -> sources.journal().amount(AccountUse.IMBALANCE_REVENUE, shipper);
            case DEBITS -> sources.journal().total("G");
            case CREDITS -> sources.journal().total("H");
            case RECEIPTS,
                    DELIVERIES,
                    FUEL,
                    STORAGE_CHANGE,
                    UNACCOUNTED,
                    ESTIMATED_INTERVALS,
                    ALLOCATED_RECEIPTS,
                    ALLOCATED_DELIVERIES -> null;
        };
    }

    private static AreaId area(TieOutLine line) {
        return new AreaId(line.subject());
    }

    private String statement(TieOutLine line, String column) {
        return line.subject().equals(TieOut.ALL)
                ? sources.statements().whole(column)
                : sources.statements().cell(new ShipperId(line.subject()), column);
    }

    /** The cell that says whether everything ties. */
    String status() {
        return page.quoted() + "$I$" + status;
    }
}
