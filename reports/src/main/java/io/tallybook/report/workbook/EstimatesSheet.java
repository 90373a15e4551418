package io.tallybook.report.workbook;

import io.tallybook.messages.AreaId;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.EstimatedInterval;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.pack.Words;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.util.List;

/** Which of the frozen quantities are estimates: a row per interval with its method, and who answers for it. */
final class EstimatesSheet {
    private final SheetPage page;

    EstimatesSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns(Kwh kwh) {
        return List.of(
                new Column("Area", Format.TEXT),
                new Column("Point", Format.TEXT),
                new Column("Gas day", Format.DAY),
                new Column("Start, UTC", Format.TIME),
                new Column("Estimate, kWh", kwh.format()),
                new Column("Sign", Format.TEXT),
                new Column("Method", Format.TEXT),
                new Column("Reason", Format.TEXT),
                new Column("By", Format.TEXT),
                new Column("Accepted by", Format.TEXT));
    }

    static boolean isNeeded(CloseMonth month) {
        return month.areas().stream()
                .flatMap(area -> area.points().stream())
                .anyMatch(point -> !point.estimates().isEmpty());
    }

    void fill(CloseMonth month) {
        for (AreaMonth area : month.areas()) {
            for (PointMonth point : area.points()) {
                point.estimates().forEach(each -> row(area.area(), point, each));
            }
        }
        page.finish();
    }

    private void row(AreaId area, PointMonth point, EstimatedInterval each) {
        page.row(
                Cell.text(area.value()),
                Cell.text(point.point().value()),
                Cell.day(each.day().date()),
                Cell.time(each.start()),
                Cell.input(each.figure().kwh()),
                Cell.text("~"),
                Cell.text(Words.of(each.method())),
                Cell.text(each.reason()),
                Cell.text(each.by().value()),
                each.acceptedBy() == null
                        ? Cell.EMPTY
                        : Cell.text(each.acceptedBy().value()));
    }

    /** Formula that counts an area's rows. */
    String count(AreaId area) {
        return "COUNTIF(" + page.quoted() + page.range("A") + ",\"" + area.value() + "\")";
    }
}
