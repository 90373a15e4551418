package io.tallybook.ui.statement;

import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.allocation.DayAllocationView.DayShareView;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.ArrayList;
import java.util.List;

/** Who got how much of a day, and by what. What nobody was asked for is left out: most points are split by percentage. */
final class ShareTable {
    private ShareTable() {}

    static List<Column> columns(DayAllocationView day) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("shipper"),
                Column.text("contract"),
                Column.figure("contractVersion", Kind.COUNT, null),
                Column.text("method")));
        if (isByPercentage(day)) {
            columns.add(Column.summed("share", Kind.SHARE, null));
        }
        if (hasOperatorValues(day)) {
            columns.add(Column.kwh("operatorValue"));
        }
        if (hasNominations(day)) {
            columns.add(Column.kwh("nominated"));
            columns.add(Column.difference("imbalance"));
        }
        columns.add(Column.kwh("energy"));
        columns.add(Column.figure("position", Kind.COUNT, null));
        return columns;
    }

    static List<Row> rows(DayAllocationView day, String from, Figures words) {
        return day.recipients().stream().map(r -> row(day, r, from, words)).toList();
    }

    private static Row row(DayAllocationView day, DayShareView r, String from, Figures words) {
        String down = Ways.meterDay(day.point(), day.day());
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(r.shipperName()).to(down),
                Cell.of(r.contract().value()).to(Ways.contract(r.contract())),
                Cell.of(r.contractVersion()),
                Cell.of(words.word("method." + r.method()))));
        if (isByPercentage(day)) {
            cells.add(Cell.of(r.share().value()));
        }
        if (hasOperatorValues(day)) {
            cells.add(Cell.of(r.operatorValue()));
        }
        if (hasNominations(day)) {
            cells.add(Cell.of(r.nominated()));
            cells.add(Cell.of(r.imbalance()));
        }
        cells.add(Cell.of(r.energy()).to(down));
        cells.add(Cell.of(r.position()).to(Ways.event(r.position())));
        return Row.of(r.contract().value(), cells.toArray(Cell[]::new))
                .styled(r.shipper().value().equals(from) ? "here" : "");
    }

    private static boolean isByPercentage(DayAllocationView day) {
        return day.recipients().stream().anyMatch(r -> r.method() == AllocationMethod.PERCENTAGE);
    }

    private static boolean hasNominations(DayAllocationView day) {
        return day.recipients().stream().anyMatch(r -> r.nominated() != null);
    }

    private static boolean hasOperatorValues(DayAllocationView day) {
        return day.recipients().stream().anyMatch(r -> r.operatorValue() != null);
    }
}
