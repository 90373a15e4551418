package io.tallybook.ui.close;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.accrual.AccrualLineView;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.statement.EstimatedShipper;
import io.tallybook.query.statement.MonthEstimate;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The estimate of a month, the accrual made of it and those that came to nothing, as tables. */
final class AccrualTables {
    private static final String ESTIMATED = "estimated";

    private AccrualTables() {}

    static Table estimate(MonthEstimate estimate, Screen screen) {
        String currency =
                currency(estimate.shippers().stream().map(of -> of.totals().purchases()));
        return screen.table(
                        "accrual-estimate",
                        List.of(
                                Column.text("shipper"),
                                Column.figure("daysMeasured", Kind.COUNT, null),
                                Column.figure("daysEstimated", Kind.COUNT, null),
                                Column.kwh("receipts"),
                                money("purchases", currency),
                                Column.kwh("deliveries"),
                                money("sales", currency),
                                Column.kwh("unpriced")),
                        estimate.shippers().stream().map(AccrualTables::row).toList())
                .live("metering price");
    }

    private static Row row(EstimatedShipper of) {
        StatementTotals totals = of.totals();
        boolean guessed = of.estimated() > 0;
        boolean unpriced = of.unpriced().signum() != 0;
        return Row.of(
                of.shipper().value() + "|" + totals.purchases().currency(),
                Cell.of(of.shipperName()),
                Cell.of(of.measured()),
                Cell.of(of.estimated()),
                energy(totals.receipts(), guessed),
                figure(totals.purchases(), guessed),
                energy(totals.deliveries(), guessed),
                figure(totals.sales(), guessed),
                Cell.of(of.unpriced()).marked(unpriced ? "out" : null));
    }

    /** Actual figures and what they differ by stand there once the close has a journal. */
    static Table lines(AccrualView accrual, Screen screen) {
        List<AccrualLineView> lines = accrual.lines();
        String currency =
                currency(lines.stream().map(line -> line.accrued().totals().purchases()));
        boolean actual = lines.stream().anyMatch(line -> line.actual() != null);
        List<Column> columns = new ArrayList<>(List.of(Column.text("shipper")));
        for (String side : List.of("purchases", "sales")) {
            columns.add(money(side, currency));
            if (actual) {
                columns.add(money(side + "Actual", currency));
                columns.add(money(side + "TrueUp", currency));
            }
        }
        columns.addAll(List.of(
                Column.kwh("receipts"),
                Column.kwh("deliveries"),
                Column.figure("daysMeasured", Kind.COUNT, null),
                Column.figure("daysEstimated", Kind.COUNT, null),
                Column.text("byHand")));
        return screen.table(
                        "accrual-lines",
                        columns,
                        lines.stream().map(line -> row(line, actual)).toList())
                .live("accrual");
    }

    private static Row row(AccrualLineView line, boolean actual) {
        AccruedShipper of = line.accrued();
        boolean guessed = of.estimated() > 0;
        boolean guessedMoney = guessed && of.byHand() == null;
        AccrualTotals came = line.actual();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.shipperName()).noted(of.byHand() == null ? null : "accrual.byHand"));
        cells.add(figure(of.totals().purchases(), guessedMoney));
        if (actual) {
            cells.add(Cell.of(came == null ? null : came.purchases()));
            cells.add(Cell.of(line.purchasesTrueUp()));
        }
        cells.add(figure(of.totals().sales(), guessedMoney));
        if (actual) {
            cells.add(Cell.of(came == null ? null : came.sales()));
            cells.add(Cell.of(line.salesTrueUp()));
        }
        cells.addAll(List.of(
                energy(of.totals().receipts(), guessed),
                energy(of.totals().deliveries(), guessed),
                Cell.of(of.measured()),
                Cell.of(of.estimated()),
                Cell.of(of.byHand()).marked("wrap")));
        return new Row(of.shipper().value(), cells, "");
    }

    static Table earlier(List<AccrualView> earlier, Screen screen, Function<@Nullable PersonId, String> names) {
        return screen.table(
                        "accruals-earlier",
                        List.of(
                                Column.figure("number", Kind.COUNT, null),
                                Column.of("state", Kind.STATE),
                                Column.text("preparedBy"),
                                Column.of("prepared", Kind.TIME),
                                Column.text("by"),
                                Column.text("whyEnded")),
                        earlier.stream()
                                .map(each -> Row.of(
                                        String.valueOf(each.number()),
                                        Cell.of(each.number()),
                                        Cell.of(state(each.state())),
                                        Cell.of(names.apply(each.preparedBy())),
                                        Cell.of(each.preparedAt()),
                                        each.endedBy() == null ? Cell.ABSENT : Cell.of(names.apply(each.endedBy())),
                                        Cell.of(each.ended()).marked("wrap")))
                                .toList())
                .live("accrual");
    }

    static State state(AccrualState state) {
        String key = "accrual.state." + state;
        return switch (state) {
            case PROPOSED -> State.waiting(key);
            case RELEASED -> State.done(key);
            case FAILED -> State.blocked(key);
            case REPLACED, DISCARDED -> State.revoked(key);
        };
    }

    private static Cell energy(Energy energy, boolean guessed) {
        return Cell.of(energy).marked(guessed ? ESTIMATED : null);
    }

    private static Cell figure(Money money, boolean guessed) {
        return Cell.of(money).marked(guessed ? ESTIMATED : null);
    }

    /** Summed only where every row has the same currency. */
    private static Column money(String key, @Nullable String currency) {
        return new Column(key, Kind.MONEY, currency, currency != null, Money.SCALE);
    }

    private static @Nullable String currency(Stream<Money> money) {
        List<String> found = money.map(Money::currency).distinct().toList();
        return found.size() == 1 ? found.getFirst() : null;
    }
}
