package io.tallybook.ui.statement;

import io.tallybook.messages.close.CloseId;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.ImbalanceView.ImbalanceDay;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.List;

/** By how much what was allocated at a point differs from what was nominated, day by day of the month. */
final class ImbalanceTable {
    private ImbalanceTable() {}

    static List<Column> columns() {
        return List.of(
                Column.text("contract"),
                Column.of("day", Kind.DAY),
                Column.kwh("nominated"),
                Column.kwh("operatorValue"),
                Column.kwh("energy"),
                Column.difference("imbalance"),
                Column.figure("cumulated", Kind.DIFFERENCE, "kWh"));
    }

    static List<Column> monthColumns() {
        return List.of(
                Column.text("contract"),
                Column.figure("carriedIn", Kind.DIFFERENCE, "kWh"),
                Column.figure("imbalance", Kind.DIFFERENCE, "kWh"),
                Column.figure("adjusted", Kind.DIFFERENCE, "kWh"),
                Column.figure("settled", Kind.DIFFERENCE, "kWh"),
                Column.figure("carriedOn", Kind.DIFFERENCE, "kWh"));
    }

    /** What each contract's month began with, came to, was adjusted by, settled and carries on. */
    static List<Row> months(List<ImbalanceView> imbalances) {
        return imbalances.stream()
                .map(of -> Row.of(
                        of.contract().value(),
                        Cell.of(of.contract().value()).to(Ways.contract(of.contract())),
                        Cell.of(of.carried()),
                        Cell.of(of.month()),
                        Cell.of(of.adjusted()),
                        Cell.of(of.settled()),
                        Cell.of(of.closing())))
                .toList();
    }

    static List<Row> rows(CloseId close, List<ImbalanceView> imbalances) {
        return imbalances.stream()
                .flatMap(of -> of.days().stream().map(day -> row(close, of, day)))
                .toList();
    }

    private static Row row(CloseId close, ImbalanceView of, ImbalanceDay day) {
        return Row.of(
                of.contract().value() + "|" + day.day(),
                Cell.of(of.contract().value()).to(Ways.contract(of.contract())),
                Cell.of(day.day()),
                Cell.of(day.nominated()),
                Cell.of(day.operatorValue()),
                Cell.of(day.allocated()).to(Ways.allocation(close, of.point(), day.day(), of.direction())),
                Cell.of(day.imbalance()),
                Cell.of(day.cumulated()));
    }
}
