package io.tallybook.ui.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way from a statement's total down to the raw row, by clicking figures. Each step reads what it came from and what it
 * finds, as the page holds them, with every digit.
 */
final class WayDown {
    /**
     * One level.
     *
     * @param from the figure that was clicked, or the total at the top
     * @param parts what the level below makes of it
     */
    record Level(String address, String title, BigDecimal from, BigDecimal parts) {}

    private final Page page;
    private final String energyColumn;
    private final List<Level> levels = new ArrayList<>();
    private int clicks;

    /** @param energyColumn {@code receipts} or {@code deliveries} */
    WayDown(Desk desk, String energyColumn) {
        this.page = desk.page();
        this.energyColumn = energyColumn;
    }

    List<Level> levels() {
        return levels;
    }

    int clicks() {
        return clicks;
    }

    /** All points of a statement against its total. */
    WayDown fromStatement(String address) {
        page.navigate(address);
        BigDecimal total = figure(energyColumn.equals("receipts") ? "Receipts" : "Deliveries");
        note(total, sum("statement-points", energyColumn));
        return this;
    }

    /** The gas days of a point against the statement's line of it. */
    WayDown intoPoint(int which) {
        BigDecimal clicked = click(
                column("statement-points", energyColumn)
                        .filter(new Locator.FilterOptions().setHas(page.locator("a")))
                        .nth(which),
                "lines");
        note(clicked, sum("lines", "energy"));
        return this;
    }

    /** This shipper's share of a gas day against the statement's line, and all shares against what was measured. */
    WayDown intoDay(String day) {
        BigDecimal clicked =
                click(column("lines", "energy").and(page.locator("tr[data-key='" + day + "'] td")), "shares");
        BigDecimal share = value(page.locator("#shares tr.here [data-c='" + index("shares", "energy") + "']"));
        note(clicked, share);
        note(checked("Measured"), sum("shares", "energy"));
        return this;
    }

    /** The records that count against the point's day. */
    WayDown intoRecords() {
        BigDecimal measured = sum("shares", "energy");
        click(page.locator("#shares tr.here [data-c='" + index("shares", "energy") + "']"), "records");
        note(measured, sum("records", "effective").abs());
        return this;
    }

    /** The row as it was read from the file, against the record's figure. */
    WayDown intoRawRow() {
        BigDecimal clicked = click(column("records", "signed").first(), "raw");
        String raw = page.locator("#raw pre").first().textContent();
        note(clicked, raw.matches("(?s).*[^0-9-]" + clicked.toPlainString() + "[^0-9.].*") ? clicked : BigDecimal.ZERO);
        return this;
    }

    private void note(BigDecimal from, BigDecimal parts) {
        levels.add(new Level(page.url(), page.title(), from, parts));
    }

    private BigDecimal click(Locator cell, String arrives) {
        BigDecimal figure = value(cell);
        cell.locator("a").click();
        page.locator("#" + arrives).waitFor();
        clicks++;
        return figure;
    }

    private BigDecimal figure(String label) {
        return number(
                page.locator(".figures > div", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + label)))
                        .locator("dd > span")
                        .first()
                        .textContent());
    }

    private BigDecimal checked(String label) {
        return number(page.locator(".way > div", new Page.LocatorOptions().setHasText(label))
                .locator("dd")
                .first()
                .textContent());
    }

    private int index(String table, String column) {
        return Integer.parseInt(
                page.locator("th:has(> #" + table + "-by-" + column + ")").getAttribute("data-c"));
    }

    private Locator column(String table, String column) {
        return page.locator("#" + table + " tbody [data-c='" + index(table, column) + "']");
    }

    private BigDecimal sum(String table, String column) {
        return column(table, column).all().stream().map(WayDown::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Locator cell) {
        String plain = cell.getAttribute("data-v");
        return plain == null || plain.isEmpty() ? BigDecimal.ZERO : new BigDecimal(plain);
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(
                shown.replace(",", "").replace("kWh", "").replace('−', '-').strip());
    }

    @Override
    public String toString() {
        return levels.stream().map(Level::toString).collect(Collectors.joining("\n"));
    }
}
