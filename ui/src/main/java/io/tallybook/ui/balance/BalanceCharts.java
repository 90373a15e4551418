package io.tallybook.ui.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.balance.TrendMonth;
import io.tallybook.ui.table.Figures;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a balance as its charts take them: JSON of plain decimals in kWh; the script draws, it computes nothing. */
final class BalanceCharts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BalanceCharts() {}

    private record Step(String name, String value, boolean total, boolean out) {}

    private record Steps(List<Step> steps) {}

    private record Point(
            String name,
            String receipts,
            String deliveries,
            String fuel,
            String storage,
            String unaccounted,
            String tolerance,
            boolean out) {}

    private record Points(Map<String, String> words, List<Point> points) {}

    static String waterfall(BalanceView balance, Figures figures) {
        BalanceTotal t = balance.month();
        return JSON.writeValueAsString(new Steps(List.of(
                new Step(figures.word("chart.receipts"), plain(t.receipts()), false, false),
                new Step(figures.word("chart.deliveries"), plain(t.deliveries().negate()), false, false),
                new Step(figures.word("chart.fuel"), plain(t.burnt().negate()), false, false),
                new Step(
                        figures.word("chart.step.storage"),
                        plain(t.storageChange().negate()),
                        false,
                        false),
                new Step(figures.word("chart.unaccounted"), plain(t.unaccounted()), true, !t.withinTolerance()))));
    }

    static String daily(BalanceView balance, Figures figures) {
        return points(figures, balance.days().stream().map(BalanceCharts::point).toList());
    }

    private static Point point(BalanceDayView view) {
        var d = view.figures();
        return new Point(
                d.day().value().substring(8),
                plain(d.receipts()),
                plain(d.deliveries()),
                plain(d.burnt()),
                plain(d.storageChange()),
                plain(d.unaccounted()),
                plain(d.tolerance()),
                !d.withinTolerance());
    }

    static String monthly(List<TrendMonth> months, Figures figures) {
        return points(
                figures,
                months.stream()
                        .map(m -> new Point(
                                m.period().value(),
                                plain(m.total().receipts()),
                                plain(m.total().deliveries()),
                                plain(m.total().burnt()),
                                plain(m.total().storageChange()),
                                plain(m.total().unaccounted()),
                                plain(m.total().tolerance()),
                                !m.total().withinTolerance()))
                        .toList());
    }

    private static String points(Figures figures, List<Point> points) {
        return JSON.writeValueAsString(new Points(
                Map.of(
                        "receipts", figures.word("chart.receipts"),
                        "deliveries", figures.word("chart.deliveries"),
                        "fuel", figures.word("chart.fuel"),
                        "storage", figures.word("chart.storage"),
                        "unaccounted", figures.word("chart.unaccounted"),
                        "tolerance", figures.word("chart.tolerance")),
                points));
    }

    private static String plain(Energy energy) {
        return energy.kwh().toPlainString();
    }
}
