package io.tallybook.ui.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceInputView;
import io.tallybook.query.balance.BalanceStanding;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.balance.ExplanationView;
import io.tallybook.query.balance.TrendMonth;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a balance. */
final class BalanceTables {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Column> SUMS = List.of(
            Column.kwh("receipts"),
            Column.kwh("deliveries"),
            Column.kwh("fuel"),
            Column.difference("storageChange"),
            Column.difference("unaccounted"));

    private BalanceTables() {}

    private static List<Column> columns(Column first, Column... last) {
        return java.util.stream.Stream.of(List.of(first), SUMS, List.of(last))
                .flatMap(List::stream)
                .toList();
    }

    static String stand(BalanceView balance, Figures figures) {
        String through = balance.through() == null ? "–" : balance.through().value();
        String key = balance.standing() == BalanceStanding.CALCULATED && balance.unexplained() == 0
                ? "balance.stand.ACCEPTED"
                : "balance.stand." + balance.standing();
        return figures.word(key, balance.unexplained(), through, balance.days().size());
    }

    static Table days(CloseId close, BalanceView balance, Screen screen) {
        return screen.table(
                        "days",
                        columns(
                                Column.of("day", Kind.DAY),
                                Column.figure("percent", Kind.PERCENT, "%"),
                                Column.figure("tolerance", Kind.ENERGY, "kWh"),
                                Column.of("state", Kind.STATE)),
                        balance.days().stream()
                                .map(day -> day(day, balance.provisional()))
                                .toList())
                .live("balance");
    }

    private static Row day(BalanceDayView view, boolean provisional) {
        var d = view.figures();
        return Row.of(
                d.day().value(),
                Cell.of(d.day()),
                Cell.of(d.receipts()),
                Cell.of(d.deliveries()),
                Cell.of(d.burnt()),
                Cell.of(d.storageChange()),
                Cell.of(d.unaccounted()).marked(d.withinTolerance() ? null : "out"),
                Cell.of(percent(d.unaccounted(), d.receipts())),
                Cell.of(d.tolerance()),
                Cell.of(state(view, provisional)));
    }

    private static State state(BalanceDayView view, boolean provisional) {
        if (!view.complete()) {
            return State.waiting("balance.incomplete");
        }
        if (view.figures().withinTolerance()) {
            return provisional ? State.waiting("balance.withinSoFar") : State.done("balance.within");
        }
        return view.unexplained() && view.explanation() == null
                ? (provisional ? State.late("balance.outSoFar") : State.blocked("balance.toExplain"))
                : State.done("balance.explained");
    }

    static Table points(CloseId close, List<BalanceInputView> inputs, Screen screen) {
        return screen.table(
                        "points",
                        List.of(
                                Column.text("point"),
                                Column.text("role"),
                                Column.count("records"),
                                Column.kwh("receipt"),
                                Column.kwh("delivery"),
                                Column.of("contentHash", Kind.HASH)),
                        inputs.stream()
                                .map(i -> Row.of(
                                        i.point().value(),
                                        Cell.of(i.pointName())
                                                .to(Ways.meterMonth(MeterMonthId.of(i.point(), close.period()))),
                                        Cell.of(screen.figures().word("point.role." + i.role())),
                                        Cell.of(i.records()),
                                        Cell.of(i.receipt()),
                                        Cell.of(i.delivery()),
                                        Cell.of(i.contentHash())))
                                .toList())
                .live("balance");
    }

    static Table explanations(List<ExplanationView> given, Screen screen, Function<@Nullable PersonId, String> names) {
        return screen.table(
                        "explanations",
                        List.of(
                                Column.text("of"),
                                Column.figure("unaccounted", Kind.DIFFERENCE, "kWh"),
                                Column.text("cause"),
                                Column.text("text"),
                                Column.text("by"),
                                Column.of("at", Kind.TIME),
                                Column.figure("position", Kind.COUNT, null)),
                        given.stream()
                                .map(e -> Row.of(
                                        String.valueOf(e.position()),
                                        Cell.of(
                                                e.day() == null
                                                        ? screen.figures().word("balance.month")
                                                        : e.day().value()),
                                        Cell.of(e.unaccounted()),
                                        Cell.of(screen.figures().word("cause." + e.cause())),
                                        Cell.of(e.text()).marked("wrap"),
                                        Cell.of(names.apply(e.by())),
                                        Cell.of(e.at()),
                                        Cell.of(e.position()).to(Ways.event(e.position()))))
                                .toList())
                .live("balance");
    }

    static Table months(CloseId close, BalanceView of, List<TrendMonth> months, Screen screen) {
        return screen.table(
                        "months",
                        columns(
                                Column.text("period"),
                                Column.figure("percent", Kind.PERCENT, "%"),
                                Column.figure("tolerance", Kind.ENERGY, "kWh"),
                                Column.of("state", Kind.STATE)),
                        months.reversed().stream().map(m -> month(close, of, m)).toList())
                .live("balance");
    }

    private static Row month(CloseId close, BalanceView of, TrendMonth month) {
        BalanceTotal t = month.total();
        CloseId its = CloseId.of(close.group(), month.period());
        return Row.of(
                month.period().value(),
                Cell.of(month.period().value())
                        .to(Ways.balance(its, of.balance().area())),
                Cell.of(t.receipts()),
                Cell.of(t.deliveries()),
                Cell.of(t.burnt()),
                Cell.of(t.storageChange()),
                Cell.of(t.unaccounted()).marked(t.withinTolerance() ? null : "out"),
                Cell.of(percent(t.unaccounted(), t.receipts())),
                Cell.of(t.tolerance()),
                Cell.of(standing(month.standing())));
    }

    static Leaf areas(CloseId close, List<BalanceView> all, Screen screen) {
        Figures words = screen.figures();
        return new Leaf(words.word("balance.areas", close.period()), words.word("balance.areas.stand", all.size()))
                .under(words.word("crumb.close", close.period()), Ways.close(close))
                .with(screen.table(
                                "areas",
                                columns(
                                        Column.text("area"),
                                        Column.figure("tolerance", Kind.ENERGY, "kWh"),
                                        Column.count("unexplained"),
                                        Column.of("state", Kind.STATE)),
                                all.stream().map(b -> area(close, b)).toList())
                        .live("balance"));
    }

    private static Row area(CloseId close, BalanceView b) {
        return Row.of(
                b.balance().value(),
                Cell.of(b.areaName()).to(Ways.balance(close, b.balance().area())),
                Cell.of(b.month().receipts()),
                Cell.of(b.month().deliveries()),
                Cell.of(b.month().burnt()),
                Cell.of(b.month().storageChange()),
                Cell.of(b.month().unaccounted()),
                Cell.of(b.month().tolerance()),
                Cell.of(b.unexplained()),
                Cell.of(
                        b.unexplained() > 0 && !b.provisional()
                                ? State.blocked("balance.toExplain")
                                : standing(b.standing())));
    }

    private static State standing(BalanceStanding standing) {
        String key = "balance.standing." + standing;
        return standing == BalanceStanding.ACCEPTED ? State.done(key) : State.waiting(key);
    }

    private static @Nullable BigDecimal percent(Energy part, Energy whole) {
        return whole.signum() == 0 ? null : part.kwh().multiply(HUNDRED).divide(whole.kwh(), 2, RoundingMode.HALF_UP);
    }
}
