package io.tallybook.ui.close;

import io.tallybook.eventlog.fold.RevisionChanges;
import io.tallybook.eventlog.fold.RevisionChanges.AreaChange;
import io.tallybook.eventlog.fold.RevisionChanges.PointChange;
import io.tallybook.eventlog.fold.RevisionChanges.ShipperChange;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A revision of a month that was taken back, beside the one after it: every figure that moved, down to the gas day. */
@PageController
class RevisionPage {
    private static final List<Column> AREAS = List.of(
            Column.text("area"),
            Column.text("measure"),
            Column.kwh("stood"),
            Column.kwh("stands"),
            Column.difference("difference"));
    private static final List<Column> SHIPPERS = List.of(
            Column.text("shipper"),
            Column.text("measure"),
            Column.kwh("stood"),
            Column.kwh("stands"),
            Column.difference("difference"),
            Column.of("amount-stood", Kind.MONEY),
            Column.of("amount-stands", Kind.MONEY),
            Column.of("amount-difference", Kind.MONEY));
    private static final List<Column> POINTS = List.of(
            Column.text("point"),
            Column.of("gas-day", Kind.DAY),
            Column.text("measure"),
            Column.kwh("stood"),
            Column.kwh("stands"),
            Column.difference("difference"));

    private final Revisions revisions;

    RevisionPage(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping("/close/{group}/{period}/revisions/{revision}")
    String revision(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int revision,
            Screen screen,
            Model model) {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        RevisionChanges changes = revisions.changes(close, revision).orElseThrow(NotFound.page());
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        words.word("revision.page", period, revision, revision + 1),
                        words.word("revision.stand", changes.points().size()))
                .with(screen.table(
                        "revision-areas",
                        AREAS,
                        changes.areas().stream()
                                .flatMap(area -> rows(area, words))
                                .toList()))
                .with(screen.table(
                        "revision-shippers",
                        SHIPPERS,
                        changes.shippers().stream()
                                .flatMap(shipper -> rows(shipper, words))
                                .toList()))
                .with(screen.table(
                        "revision-points",
                        POINTS,
                        changes.points().stream()
                                .flatMap(point -> rows(point, words))
                                .toList()))
                .fact("revision.of", words.word("crumb.close", period), Ways.close(close));
        model.addAttribute("leaf", leaf);
        return "leaf";
    }

    private static Stream<Row> rows(AreaChange change, Figures words) {
        return Stream.of(
                row(change, "receipts", BalanceTotal::receipts, words),
                row(change, "deliveries", BalanceTotal::deliveries, words),
                row(change, "fuel", BalanceTotal::burnt, words),
                row(change, "storageChange", BalanceTotal::storageChange, words),
                row(change, "unaccounted", BalanceTotal::unaccounted, words));
    }

    private static Row row(AreaChange change, String measure, Function<BalanceTotal, Energy> of, Figures words) {
        String area = change.area().value();
        return Row.of(
                area + "/" + measure,
                Cell.of(area),
                Cell.of(words.word("revision." + measure)),
                cell(change.before(), of),
                cell(change.after(), of),
                difference(change.before(), change.after(), of));
    }

    private static Stream<Row> rows(ShipperChange change, Figures words) {
        return Stream.of(
                row(change, "purchases", StatementTotals::receipts, StatementTotals::purchases, words),
                row(change, "sales", StatementTotals::deliveries, StatementTotals::sales, words));
    }

    private static Row row(
            ShipperChange change,
            String measure,
            Function<StatementTotals, Energy> energy,
            Function<StatementTotals, Money> money,
            Figures words) {
        StatementTotals before = change.before();
        StatementTotals after = change.after();
        String shipper = change.shipper().value();
        return Row.of(
                shipper + "/" + measure,
                Cell.of(shipper),
                Cell.of(words.word("revision." + measure)),
                cell(before, energy),
                cell(after, energy),
                difference(before, after, energy),
                before == null ? Cell.ABSENT : Cell.of(money.apply(before)),
                after == null ? Cell.ABSENT : Cell.of(money.apply(after)),
                before == null || after == null
                        ? Cell.ABSENT
                        : Cell.of(money.apply(after).plus(money.apply(before).negate())));
    }

    private static Stream<Row> rows(PointChange change, Figures words) {
        return Stream.of(
                        row(change, "receipts", DayTotal::receipt, words),
                        row(change, "deliveries", DayTotal::delivery, words))
                .flatMap(row -> row);
    }

    /** None for the direction that did not move. */
    private static Stream<Row> row(PointChange change, String measure, Function<DayTotal, Energy> of, Figures words) {
        DayTotal before = change.before();
        DayTotal after = change.after();
        if (before != null && after != null && of.apply(before).equals(of.apply(after))) {
            return Stream.empty();
        }
        String point = change.point().value();
        return Stream.of(Row.of(
                point + "/" + change.day() + "/" + measure,
                Cell.of(point).to(Ways.meterDay(change.point(), change.day())),
                Cell.of(change.day()),
                Cell.of(words.word("revision." + measure)),
                cell(before, of),
                cell(after, of),
                difference(before, after, of)));
    }

    private static <T> Cell cell(@Nullable T total, Function<T, Energy> of) {
        return total == null ? Cell.ABSENT : Cell.of(of.apply(total));
    }

    private static <T> Cell difference(@Nullable T before, @Nullable T after, Function<T, Energy> of) {
        return before == null || after == null
                ? Cell.ABSENT
                : Cell.of(of.apply(after).minus(of.apply(before)));
    }
}
