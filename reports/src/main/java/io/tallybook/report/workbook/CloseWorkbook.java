package io.tallybook.report.workbook;

import io.tallybook.messages.ShipperId;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.sheet.Book;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.SheetPage;
import io.tallybook.report.tieout.TieOut;
import io.tallybook.report.tieout.TieOutLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The close as a workbook an auditor can press F2 in: frozen quantities, shares and prices are typed in, everything else
 * follows from them by live formulas, and the tie-out holds the result against the log.
 */
public final class CloseWorkbook {
    private final CloseMonth month;
    private final Book book;
    private final Kwh kwh;
    private final String subject;

    private CloseWorkbook(CloseMonth month, Book book) {
        this.month = month;
        this.book = book;
        this.kwh = Kwh.of(month);
        this.subject = month.head().network() + ", " + month.head().closeId().period();
    }

    /**
     * The file. The same content gives the same bytes.
     *
     * @throws IllegalStateException when the month's own figures contradict each other: nothing is issued then
     */
    public static byte[] of(CloseMonth month) {
        month.areas().forEach(BalanceCheck::of);
        PackHead head = month.head();
        String title = "Close " + head.closeId().value();
        String footer = title + " · pack " + head.packHash().hex() + " · event position " + head.position();
        try (Book book = new Book(title, footer, head.issuedAt())) {
            new CloseWorkbook(month, book).fill();
            return book.bytes();
        }
    }

    // sheets stand in the order they are begun, results first; they are filled the other way round, sources first
    private void fill() {
        String currency = month.journal().currency();
        SheetPage summary =
                sheet("Summary", "Blue figures come from the log, black ones are formulas", SummarySheet.columns());
        SheetPage tieOutPage = sheet("Tie-out", origin(), TieOutSheet.columns());
        SheetPage balancePage = sheet(
                "Balance",
                "Receipts − deliveries − fuel − storage change = unaccounted; energy gross, kWh",
                BalanceSheet.columns(kwh));
        SheetPage statementsPage = sheet(
                "Statements",
                "Receipts are bought from the shipper, deliveries sold to it",
                StatementsSheet.columns(kwh, currency, hasCashOuts()));
        SheetPage journalPage = sheet("Journal", journalNote(), JournalSheet.columns(kwh, currency));
        AccrualMonth accrual = month.journal().accrual();
        SheetPage accrualPage = accrual == null
                ? null
                : sheet(
                        "Accrual",
                        "Booked as " + accrual.journal().value() + ", taken back in " + accrual.reversedIn()
                                + ", where this journal is booked; true-up = actual − accrued",
                        AccrualSheet.columns(currency));
        SheetPage adjustmentsPage = month.journal().adjustments().isEmpty()
                ? null
                : sheet(
                        "Adjustments",
                        "Journals of adjustments to earlier months booked in this period; each line names what it adjusts",
                        AdjustmentsSheet.columns(kwh));
        SheetPage notesPage = sheet(
                "Explanations", "Imbalances explained, readings left out, late data settled", NotesSheet.columns(kwh));
        SheetPage estimatesPage = EstimatesSheet.isNeeded(month)
                ? sheet(
                        "Estimates",
                        "Frozen quantities that no reading stands behind, marked ~; contained in the sheet Quantities",
                        EstimatesSheet.columns(kwh))
                : null;
        Map<ShipperId, ValuationSheet> valuations = new LinkedHashMap<>();
        for (StatementMonth each : month.statements()) {
            String note =
                    "MMBtu (IT) = kWh × 3.6 / 1055.05585262 at 6 decimals, amount at 2, each rounded once, on its line";
            SheetPage page =
                    sheet("Valuation " + each.shipper().value(), note, ValuationSheet.columns(kwh, each.currency()));
            valuations.put(each.shipper(), new ValuationSheet(page, kwh));
        }
        SheetPage cashOutPage = hasCashOuts()
                ? sheet(
                        "Cash-outs",
                        "Imbalance = allocated − scheduled; the size of it in percent of what was allocated falls into"
                                + " bands, each priced at the month's reference price times its own factor",
                        CashOutSheet.columns(kwh, currency))
                : null;
        PricesSheet prices =
                new PricesSheet(sheet("Prices", "Final published prices the statements use", PricesSheet.columns()));
        SheetPage allocationPage = sheet(
                "Allocation",
                "Pro rata by share; the last units by largest remainder, ties by contract",
                AllocationSheet.columns(kwh));
        QuantitiesSheet quantities = new QuantitiesSheet(sheet(
                "Quantities",
                "Frozen quantities by point and gas day; signed: + into the system, − out of it",
                QuantitiesSheet.columns(kwh)));

        quantities.fill(month);
        prices.fill(month);
        AllocationSheet allocation = new AllocationSheet(allocationPage, kwh, quantities);
        allocation.fill(month);
        month.statements().forEach(s -> of(valuations, s).fill(s, allocation, prices));
        StatementsSheet statements = new StatementsSheet(statementsPage, kwh);
        CashOutSheet cashOuts = cashOutPage == null ? null : new CashOutSheet(cashOutPage);
        if (cashOuts != null) {
            cashOuts.fill(month);
        }
        statements.fill(month, s -> of(valuations, s), cashOuts);
        if (accrual != null && accrualPage != null) {
            Set<String> stated = month.statements().stream()
                    .map(statement -> statement.shipper().value())
                    .collect(Collectors.toSet());
            new AccrualSheet(accrualPage).fill(accrual, statements, stated);
        }
        JournalSheet journal = new JournalSheet(journalPage, kwh, statements);
        journal.fill(month.journal());
        if (adjustmentsPage != null) {
            new AdjustmentsSheet(adjustmentsPage).fill(month.journal());
        }
        BalanceSheet balance = new BalanceSheet(balancePage, kwh, quantities);
        balance.fill(month);
        new NotesSheet(notesPage).fill(month, balance);
        EstimatesSheet estimates = estimatesPage == null ? null : new EstimatesSheet(estimatesPage);
        if (estimates != null) {
            estimates.fill(month);
        }
        TieOutSheet.Sources sources = new TieOutSheet.Sources(balance, allocation, statements, journal, estimates);
        List<TieOutLine> lines = TieOut.of(month);
        TieOutSheet tieOut = new TieOutSheet(tieOutPage, kwh, sources);
        tieOut.fill(lines);
        new SummarySheet(summary, kwh, sources).fill(month, lines, tieOut.status());
    }

    private boolean hasCashOuts() {
        return month.statements().stream().anyMatch(s -> !s.cashOuts().isEmpty());
    }

    private SheetPage sheet(String name, String note, List<Column> columns) {
        return book.sheet(name, name + " · " + subject, note, columns);
    }

    private String origin() {
        PackHead head = month.head();
        return "Pack " + head.packHash().hex() + " · event position " + head.position() + " · generated at "
                + head.issuedAt() + ", the time of that event; event log folded through position "
                + month.events().throughPosition();
    }

    private String journalNote() {
        String document = month.journal().documentNumber();
        return "Document key " + month.journal().journal().value()
                + (document.isEmpty() ? "" : " · ERP document " + document) + " · content "
                + month.journal().contentHash().hex();
    }

    private static ValuationSheet of(Map<ShipperId, ValuationSheet> valuations, StatementMonth statement) {
        ValuationSheet sheet = valuations.get(statement.shipper());
        if (sheet == null) {
            throw new IllegalStateException("no sheet for " + statement.shipper());
        }
        return sheet;
    }
}
