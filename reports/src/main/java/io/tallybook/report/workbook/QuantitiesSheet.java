package io.tallybook.report.workbook;

import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The frozen quantities of every point and day: the inputs from which the whole workbook follows. */
final class QuantitiesSheet {
    private record PointDay(PointId point, GasDay day) {}

    private final SheetPage page;
    private final Map<PointDay, Integer> rows = new HashMap<>();

    QuantitiesSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns(Kwh kwh) {
        return List.of(
                new Column("Area", Format.TEXT),
                new Column("Point", Format.TEXT),
                new Column("Name", Format.TEXT),
                new Column("Role", Format.TEXT),
                new Column("Gas day", Format.DAY),
                new Column("Receipt, kWh", kwh.format()),
                new Column("Delivery, kWh", kwh.format()),
                new Column("Signed, kWh", kwh.format()));
    }

    void fill(CloseMonth month) {
        for (AreaMonth area : month.areas()) {
            for (PointMonth point : area.points()) {
                point.days().forEach(day -> line(area, point, day));
            }
        }
        page.finish();
    }

    private void line(AreaMonth area, PointMonth point, DayTotal day) {
        int row = page.next();
        page.row(
                Cell.text(area.area().value()),
                Cell.text(point.point().value()),
                Cell.text(point.name()),
                Cell.text(Words.of(point.role())),
                Cell.day(day.day().date()),
                Cell.input(day.receipt().kwh()),
                Cell.input(day.delivery().kwh()),
                Cell.derived("F" + row + "-G" + row, day.signed().kwh()));
        rows.put(new PointDay(point.point(), day.day()), row);
    }

    /** The cell that holds what a point moved on a day one way. */
    String cell(PointId point, GasDay day, Direction direction) {
        Integer row = rows.get(new PointDay(point, day));
        if (row == null) {
            throw new IllegalStateException("no frozen quantity of " + point.value() + " on " + day);
        }
        return page.quoted() + "$" + (direction == Direction.RECEIPT ? "F" : "G") + "$" + row;
    }

    /** Sum of a column over one area, role and day; {@code area} and {@code day} are cells of the asking sheet. */
    String sum(String column, String area, String day, String role) {
        return "SUMIFS(%s,%s,%s,%s,%s,%s,\"%s\")".formatted(all(column), all("A"), area, all("E"), day, all("D"), role);
    }

    private String all(String column) {
        return page.quoted() + page.range(column);
    }
}
