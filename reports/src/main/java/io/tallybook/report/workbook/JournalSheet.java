package io.tallybook.report.workbook;

import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.util.List;

/** The journal, each line linked to the statement it books. */
final class JournalSheet {
    private final SheetPage page;
    private final Kwh kwh;
    private final StatementsSheet statements;
    private int total;

    JournalSheet(SheetPage page, Kwh kwh, StatementsSheet statements) {
        this.page = page;
        this.kwh = kwh;
        this.statements = statements;
    }

    static List<Column> columns(Kwh kwh, String currency) {
        return List.of(
                new Column("Line", Format.COUNT),
                new Column("For", Format.TEXT),
                new Column("Account", Format.TEXT),
                new Column("Shipper", Format.TEXT),
                new Column("Direction", Format.TEXT),
                new Column("Energy, kWh", kwh.format()),
                new Column("Debit, " + currency, Format.MONEY),
                new Column("Credit, " + currency, Format.MONEY));
    }

    void fill(JournalMonth journal) {
        journal.lines().forEach(this::line);
        total = page.next();
        page.total(
                Cell.EMPTY,
                Cell.text("Total"),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived("ROUND(SUM(" + page.range("G") + "),2)", journal.debits()),
                Cell.derived("ROUND(SUM(" + page.range("H") + "),2)", journal.credits()));
        page.total(
                Cell.EMPTY,
                Cell.text("Difference"),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.derived(
                        "ROUND(G%d-H%d,2)".formatted(total, total),
                        journal.debits().subtract(journal.credits())));
        page.finish();
    }

    private void line(JournalLine line) {
        String amount = statements.cell(line.shipper(), column(line.use(), false));
        page.row(
                Cell.input(line.line()),
                Cell.text(Words.of(line.use())),
                Cell.text(line.account().number() + " " + line.account().name()),
                Cell.text(line.shipper().value()),
                Cell.text(Words.of(line.direction())),
                Cell.derived(
                        statements.cell(line.shipper(), column(line.use(), true)),
                        line.energy().kwh()),
                side(line, amount, true),
                side(line, amount, false));
    }

    /** A line stands on its own side while its amount is positive, and changes sides when a price below zero turns it. */
    private static Cell side(JournalLine line, String amount, boolean debit) {
        boolean own = debit == isDebit(line.use());
        BigDecimal value = debit ? line.debit().amount() : line.credit().amount();
        return value.signum() < 0
                ? Cell.derived(amount, value)
                : Cell.derived("MAX(" + (own ? "" : "-") + amount + ",0)", value);
    }

    /** Where the statements have a use's quantity, or amount. */
    private static String column(AccountUse use, boolean energy) {
        return switch (use) {
            case GAS_PURCHASES, PAYABLE, PPA_GAS_PURCHASES, PPA_PAYABLE -> energy ? "C" : "E";
            case RECEIVABLE, REVENUE, PPA_RECEIVABLE, PPA_REVENUE -> energy ? "F" : "H";
            case IMBALANCE_PURCHASES, IMBALANCE_PAYABLE -> StatementsSheet.column(CashOutSide.DUE_SHIPPER, energy);
            case IMBALANCE_RECEIVABLE, IMBALANCE_REVENUE -> StatementsSheet.column(CashOutSide.DUE_PIPELINE, energy);
        };
    }

    private static boolean isImbalance(AccountUse use) {
        return use.name().startsWith("IMBALANCE");
    }

    /** The side a use stands on while its amount is positive. */
    private static boolean isDebit(AccountUse use) {
        return use == AccountUse.GAS_PURCHASES
                || use == AccountUse.RECEIVABLE
                || use == AccountUse.IMBALANCE_PURCHASES
                || use == AccountUse.IMBALANCE_RECEIVABLE;
    }

    /** Quantity booked under a use; of one shipper when its id is given, else of all. */
    String energy(AccountUse use, String shipper) {
        // bands of an imbalance end between two kWh
        return isImbalance(use) ? "ROUND(" + sum("F", use, shipper) + ",6)" : kwh.rounded(sum("F", use, shipper));
    }

    /** Amount booked under a use, net of its other side. */
    String amount(AccountUse use, String shipper) {
        boolean debit = isDebit(use);
        String own = sum(debit ? "G" : "H", use, shipper);
        String other = sum(debit ? "H" : "G", use, shipper);
        return "ROUND(" + own + "-" + other + ",2)";
    }

    private String sum(String column, AccountUse use, String shipper) {
        String uses = ",%s,\"%s\"".formatted(all("B"), Words.of(use));
        String one = shipper.isEmpty() ? "" : ",%s,\"%s\"".formatted(all("D"), shipper);
        return "SUMIFS(" + all(column) + uses + one + ")";
    }

    private String all(String column) {
        return page.quoted() + page.range(column);
    }

    /** Total debits (column G) or credits (column H). */
    String total(String column) {
        return page.quoted() + "$" + column + "$" + total;
    }
}
