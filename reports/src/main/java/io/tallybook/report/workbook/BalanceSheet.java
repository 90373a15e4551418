package io.tallybook.report.workbook;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Receipts − deliveries − fuel − storage change = unaccounted, by day and month, against tolerance. */
final class BalanceSheet {
    private record AreaDay(AreaId area, @Nullable GasDay day) {}

    private final SheetPage page;
    private final Kwh kwh;
    private final QuantitiesSheet quantities;
    private final Map<AreaDay, Integer> rows = new HashMap<>();
    private int first;
    private int all;

    BalanceSheet(SheetPage page, Kwh kwh, QuantitiesSheet quantities) {
        this.page = page;
        this.kwh = kwh;
        this.quantities = quantities;
    }

    static List<Column> columns(Kwh kwh) {
        Format format = kwh.format();
        return List.of(
                new Column("Area", Format.TEXT),
                new Column("Gas day", Format.DAY),
                new Column("Receipts, kWh", format),
                new Column("Deliveries, kWh", format),
                new Column("Fuel, kWh", format),
                new Column("Storage change, kWh", format),
                new Column("Unaccounted, kWh", format),
                new Column("Tolerance, % of receipts", Format.PERCENT),
                new Column("Tolerance floor, kWh", format),
                new Column("Tolerance, kWh", format),
                new Column("Standing", Format.TEXT));
    }

    void fill(CloseMonth month) {
        for (AreaMonth area : month.areas()) {
            area.days().forEach(day -> day(area, day));
        }
        int lastDay = page.next() - 1;
        first = page.next();
        month.areas().forEach(area -> month(area, lastDay));
        whole(month.areas());
        page.colourStatus("K", SheetPage.first(), all);
        page.finish();
    }

    private void day(AreaMonth area, BalanceDay day) {
        int row = page.next();
        String in = quantities.sum("F", "$A" + row, "$B" + row, "Flow");
        String out = quantities.sum("G", "$A" + row, "$B" + row, "Flow");
        String fuel = "-" + quantities.sum("H", "$A" + row, "$B" + row, Words.of(PointRole.FUEL));
        String stored = Stream.of(PointRole.values())
                .filter(PointRole::keeps)
                .map(role -> "-" + quantities.sum("H", "$A" + row, "$B" + row, Words.of(role)))
                .collect(Collectors.joining());
        page.row(
                Cell.text(area.area().value()),
                Cell.day(day.day().date()),
                Cell.derived(kwh.rounded(in), day.receipts().kwh()),
                Cell.derived(kwh.rounded(out), day.deliveries().kwh()),
                Cell.derived(kwh.rounded(fuel), day.burnt().kwh()),
                Cell.derived(kwh.rounded(stored), day.storageChange().kwh()),
                unaccounted(row, day.unaccounted()),
                Cell.input(area.tolerance().dayPercent()),
                Cell.input(area.tolerance().floor().kwh()),
                tolerance(row, day.tolerance()),
                standing(row, day.withinTolerance()));
        rows.put(new AreaDay(area.area(), day.day()), row);
    }

    private void month(AreaMonth area, int lastDay) {
        int row = page.next();
        BalanceTotal total = area.month();
        page.total(
                Cell.text(area.area().value()),
                Cell.text("Month"),
                sum("C", row, lastDay, total.receipts()),
                sum("D", row, lastDay, total.deliveries()),
                sum("E", row, lastDay, total.burnt()),
                sum("F", row, lastDay, total.storageChange()),
                unaccounted(row, total.unaccounted()),
                Cell.input(area.tolerance().monthPercent()),
                Cell.input(area.tolerance().floor().kwh()),
                tolerance(row, total.tolerance()),
                standing(row, total.withinTolerance()));
        rows.put(new AreaDay(area.area(), null), row);
    }

    private void whole(List<AreaMonth> areas) {
        all = page.next();
        int last = all - 1;
        page.total(
                Cell.text("All areas"),
                Cell.text("Month"),
                column("C", last, areas, BalanceTotal::receipts),
                column("D", last, areas, BalanceTotal::deliveries),
                column("E", last, areas, BalanceTotal::burnt),
                column("F", last, areas, BalanceTotal::storageChange),
                column("G", last, areas, BalanceTotal::unaccounted));
    }

    private Cell column(String column, int last, List<AreaMonth> areas, Function<BalanceTotal, Energy> figure) {
        BigDecimal value =
                areas.stream().map(a -> figure.apply(a.month()).kwh()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Cell.derived(kwh.rounded("SUM(" + column + first + ":" + column + last + ")"), value);
    }

    private Cell sum(String column, int row, int lastDay, Energy value) {
        String days = "%s$%d:%s$%d".formatted(column, SheetPage.first(), column, lastDay);
        String areas = "$A$%d:$A$%d".formatted(SheetPage.first(), lastDay);
        return Cell.derived(kwh.rounded("SUMIFS(%s,%s,$A%d)".formatted(days, areas, row)), value.kwh());
    }

    private Cell unaccounted(int row, Energy value) {
        return Cell.derived(kwh.rounded("C%1$d-D%1$d-E%1$d-F%1$d".formatted(row)), value.kwh());
    }

    private static Cell tolerance(int row, Energy value) {
        return Cell.derived("MAX(ROUND(H%d*C%d/100,6),I%d)".formatted(row, row, row), value.kwh());
    }

    private static Cell standing(int row, boolean within) {
        String formula = "IF(ABS(G%d)<=J%d,\"within\",\"OUTSIDE\")".formatted(row, row);
        return Cell.derived(formula, within ? "within" : "OUTSIDE");
    }

    /** A figure of an area's month; column C receipts, D deliveries, E fuel, F storage change, G unaccounted. */
    String month(AreaId area, String column) {
        return cell(area, null, column);
    }

    /** A figure of a day, or with no day of the month. */
    String cell(AreaId area, @Nullable GasDay day, String column) {
        Integer row = rows.get(new AreaDay(area, day));
        if (row == null) {
            throw new IllegalStateException("no balance of " + area.value() + " on " + day);
        }
        return page.quoted() + "$" + column + "$" + row;
    }

    /** A figure over all areas. */
    String whole(String column) {
        return page.quoted() + "$" + column + "$" + all;
    }
}
