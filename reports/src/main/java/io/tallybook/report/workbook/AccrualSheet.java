package io.tallybook.report.workbook;

import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What the month was accrued at beside what its statements come to; the difference is the true-up. */
final class AccrualSheet {
    private final SheetPage page;

    AccrualSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns(String currency) {
        return List.of(
                new Column("Shipper", Format.TEXT),
                new Column("Purchases accrued, " + currency, Format.MONEY),
                new Column("Purchases, " + currency, Format.MONEY),
                new Column("True-up, " + currency, Format.MONEY),
                new Column("Sales accrued, " + currency, Format.MONEY),
                new Column("Sales, " + currency, Format.MONEY),
                new Column("True-up, " + currency, Format.MONEY),
                new Column("Gas days measured", Format.COUNT),
                new Column("Estimated", Format.COUNT),
                new Column("By hand, because", Format.TEXT));
    }

    /** @param stated shippers that have a statement */
    void fill(AccrualMonth accrual, StatementsSheet statements, Set<String> stated) {
        accrual.lines()
                .forEach(line ->
                        row(line, statements, stated.contains(line.shipper().value())));
        page.total(
                Cell.text("Total"),
                sum(
                        "B",
                        accrual.lines().stream()
                                .map(AccrualMonth.Line::accruedPurchases)
                                .toList()),
                sum(
                        "C",
                        accrual.lines().stream()
                                .map(AccrualMonth.Line::purchases)
                                .toList()),
                sum(
                        "D",
                        accrual.lines().stream()
                                .map(l -> l.purchases().subtract(l.accruedPurchases()))
                                .toList()),
                sum(
                        "E",
                        accrual.lines().stream()
                                .map(AccrualMonth.Line::accruedSales)
                                .toList()),
                sum("F", accrual.lines().stream().map(AccrualMonth.Line::sales).toList()),
                sum(
                        "G",
                        accrual.lines().stream()
                                .map(l -> l.sales().subtract(l.accruedSales()))
                                .toList()),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY);
        page.finish();
    }

    private void row(AccrualMonth.Line line, StatementsSheet statements, boolean stated) {
        int row = page.next();
        page.row(
                Cell.text(line.shipper().value()),
                Cell.input(line.accruedPurchases()),
                stated
                        ? Cell.derived(statements.cell(line.shipper(), "E"), line.purchases())
                        : Cell.input(line.purchases()),
                Cell.derived(
                        "ROUND(C%d-B%d,2)".formatted(row, row), line.purchases().subtract(line.accruedPurchases())),
                Cell.input(line.accruedSales()),
                stated ? Cell.derived(statements.cell(line.shipper(), "H"), line.sales()) : Cell.input(line.sales()),
                Cell.derived(
                        "ROUND(F%d-E%d,2)".formatted(row, row), line.sales().subtract(line.accruedSales())),
                Cell.input(line.measured()),
                Cell.input(line.estimated()),
                line.byHand().isEmpty() ? Cell.EMPTY : Cell.text(line.byHand()));
    }

    private Cell sum(String column, List<BigDecimal> values) {
        BigDecimal total = values.stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return Cell.derived("ROUND(SUM(" + page.range(column) + "),2)", total);
    }
}
