package io.tallybook.ui.variance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.Variance;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.variance.VarianceReviewView.ReviewWord;
import io.tallybook.query.variance.WordView;
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
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of the page: lines beside a basis, one line beside every basis, the system's imbalance, what was said. */
final class VarianceTables {
    private static final List<Column> EFFECTS = List.of(
            Column.summed("volumeEffect", Kind.MONEY, null),
            Column.summed("heatingValueEffect", Kind.MONEY, null),
            Column.summed("priceEffect", Kind.MONEY, null));

    private VarianceTables() {}

    /** @param days a month's days to show it per day, 1 to show the month */
    static Table lines(CloseId close, List<ReviewedLine> lines, VarianceBasis basis, int days, Screen screen) {
        List<Column> columns = java.util.stream.Stream.of(
                        List.of(
                                Column.text("contract"),
                                Column.text("point"),
                                Column.text("direction"),
                                Column.kwh("thisEnergy"),
                                Column.kwh("baseEnergy"),
                                Column.summed("thisMoney", Kind.MONEY, null),
                                Column.summed("baseMoney", Kind.MONEY, null),
                                Column.summed("variance", Kind.MONEY, null),
                                new Column("variancePercent", Kind.PRICE, "%", false, 1)),
                        EFFECTS,
                        List.of(Column.of("state", Kind.STATE)))
                .flatMap(List::stream)
                .toList();
        return screen.table(
                        "variances",
                        columns,
                        lines.stream()
                                .map(line -> row(close, line, basis, days, screen.figures()))
                                .toList())
                .live("variance");
    }

    private static Row row(CloseId close, ReviewedLine line, VarianceBasis basis, int days, Figures words) {
        Variance beside = line.beside(basis).orElse(null);
        var actual = line.line().figures().actual();
        return Row.of(
                line.key(),
                Cell.of(line.contract()),
                Cell.of(line.id().point().value()).to(line.page(close)),
                Cell.of(words.word("direction." + line.id().direction())),
                Cell.of(per(actual.energy(), days)).to(line.wayDown(close)),
                Cell.of(beside == null ? null : per(beside.base().energy(), days))
                        .to(beside == null ? null : line.wayDown(close, basis)),
                Cell.of(per(actual.money(), days)).to(line.wayDown(close)),
                Cell.of(beside == null ? null : per(beside.base().money(), days))
                        .to(beside == null ? null : line.wayDown(close, basis)),
                Cell.of(beside == null ? null : per(beside.total(), days)),
                Cell.of(beside == null ? null : beside.percent()),
                Cell.of(beside == null ? null : per(beside.effects().volume(), days)),
                Cell.of(beside == null ? null : per(beside.effects().heatingValue(), days)),
                Cell.of(beside == null ? null : per(beside.effects().price(), days)),
                Cell.of(state(line.word(), beside != null)));
    }

    private static @Nullable BigDecimal per(@Nullable Money money, int days) {
        return money == null ? null : per(money.amount(), days, Money.SCALE);
    }

    private static BigDecimal per(Energy energy, int days) {
        return per(energy.kwh(), days, 3);
    }

    private static BigDecimal per(BigDecimal figure, int days, int scale) {
        return days == 1 ? figure : figure.divide(BigDecimal.valueOf(days), scale, RoundingMode.HALF_UP);
    }

    static State state(@Nullable ReviewWord word, boolean compared) {
        if (word == null) {
            return compared ? State.done("variance.below") : State.revoked("variance.noBasis");
        }
        return state(word.state());
    }

    static State state(ExplanationState state) {
        String key = "variance.state." + state;
        return switch (state) {
            case PENDING -> State.blocked(key);
            case REVIEW -> State.waiting(key);
            case APPROVED -> State.done(key);
        };
    }

    /** One line beside everything it is compared with. */
    static Table bases(CloseId close, ReviewedLine line, Screen screen) {
        List<Column> columns = java.util.stream.Stream.of(
                        List.of(
                                Column.text("basis"),
                                Column.figure("thisMoney", Kind.MONEY, null),
                                Column.figure("baseMoney", Kind.MONEY, null),
                                Column.figure("variance", Kind.MONEY, null),
                                new Column("variancePercent", Kind.PRICE, "%", false, 1)),
                        EFFECTS.stream()
                                .map(c -> Column.figure(c.key(), c.kind(), c.unit()))
                                .toList(),
                        List.of(Column.of("state", Kind.STATE)))
                .flatMap(List::stream)
                .toList();
        List<Row> rows = java.util.stream.Stream.of(VarianceBasis.values())
                .map(basis -> basis(close, line, basis, screen.figures()))
                .toList();
        return screen.table("variance-bases", columns, rows);
    }

    private static Row basis(CloseId close, ReviewedLine line, VarianceBasis basis, Figures words) {
        String name = words.word("basis." + basis);
        return line.beside(basis)
                .map(v -> Row.of(
                        basis.name(),
                        Cell.of(name),
                        Cell.of(v.actual().money()).to(line.wayDown(close)),
                        Cell.of(v.base().money()).to(line.wayDown(close, basis)),
                        Cell.of(v.total()),
                        Cell.of(v.percent()),
                        Cell.of(v.effects().volume()),
                        Cell.of(v.effects().heatingValue()),
                        Cell.of(v.effects().price()),
                        Cell.of(
                                line.breaches().contains(v)
                                        ? State.late("variance.reaches")
                                        : State.done("variance.below"))))
                .orElseGet(() -> Row.of(
                        basis.name(),
                        Cell.of(name),
                        Cell.of(line.line().figures().actual().money()).to(line.wayDown(close)),
                        Cell.ABSENT,
                        Cell.ABSENT,
                        Cell.ABSENT,
                        Cell.ABSENT,
                        Cell.ABSENT,
                        Cell.ABSENT,
                        Cell.of(State.revoked("variance.noBasis"))));
    }

    static Table history(List<WordView> words, Screen screen, Function<@Nullable PersonId, String> names) {
        Figures figures = screen.figures();
        List<Row> rows = words.stream()
                .map(word -> Row.of(
                        String.valueOf(word.position()),
                        Cell.of(word.at()),
                        Cell.of(figures.word("variance.deed." + word.deed())),
                        Cell.of(word.by() == null ? null : names.apply(word.by())),
                        Cell.of(word.driver() == null ? null : figures.word("driver." + word.driver())),
                        Cell.of(word.text()).marked("wrap")))
                .toList();
        return screen.table(
                "variance-history",
                List.of(
                        Column.of("at", Kind.TIME),
                        Column.text("deed"),
                        Column.text("by"),
                        Column.text("driver"),
                        Column.text("text")),
                rows);
    }

    /**
     * Receipts − deliveries − fuel − inventory change = unaccounted-for gas, by area, and the month it is set beside.
     *
     * @param before by area, of the basis' month; empty where it is no earlier month
     */
    static Table system(CloseId close, List<BalanceView> balances, Map<String, BalanceView> before, Screen screen) {
        List<Row> rows = balances.stream()
                .map(balance -> system(
                        close, balance, before.get(balance.balance().area().value())))
                .toList();
        return screen.table(
                        "system-imbalance",
                        List.of(
                                Column.text("area"),
                                Column.kwh("receipts"),
                                Column.kwh("deliveries"),
                                Column.kwh("fuel"),
                                Column.difference("storageChange"),
                                Column.difference("luaf"),
                                Column.difference("luafBase"),
                                Column.difference("luafChange")),
                        rows)
                .live("balance");
    }

    private static Row system(CloseId close, BalanceView balance, @Nullable BalanceView before) {
        BalanceTotal month = balance.month();
        String way = Ways.balance(close, balance.balance().area());
        Energy base = before == null ? null : before.month().unaccounted();
        return Row.of(
                balance.balance().area().value(),
                Cell.of(balance.areaName()).to(way),
                Cell.of(month.receipts()).to(way),
                Cell.of(month.deliveries()).to(way),
                Cell.of(month.burnt()).to(way),
                Cell.of(month.storageChange()).to(way),
                Cell.of(month.unaccounted()).to(way),
                Cell.of(base)
                        .to(
                                before == null
                                        ? null
                                        : Ways.balance(
                                                CloseId.of(
                                                        close.group(),
                                                        before.balance().period()),
                                                before.balance().area())),
                Cell.of(base == null ? null : month.unaccounted().minus(base)));
    }
}
