package io.tallybook.command.variance;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineComparison;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.VarianceBasis;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewCommand.NoteNominations;
import io.tallybook.messages.variance.VarianceReviewEvent.BudgetSet;
import io.tallybook.messages.variance.VarianceReviewEvent.HeatingValueSet;
import io.tallybook.messages.variance.VarianceReviewEvent.NominationsNoted;
import io.tallybook.messages.variance.VarianceReviewId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said of a month beside its figures: budget, nominations, heating values. It outlives an attempt of the close. */
final class Bases {
    private final Map<String, Map<GasDay, NominatedDay>> nominated = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, HeatingValue> heat = new HashMap<>();
    private List<LineFigures> budget = List.of();

    boolean isBudget(List<LineFigures> lines) {
        return budget.equals(lines);
    }

    boolean isHeatingValue(PointId point, HeatingValue value) {
        return value.equals(heat.get(point.value()));
    }

    boolean isNewer(PointId point, int version) {
        return version > versions.getOrDefault(point.value(), 0);
    }

    /** What then stands of a point's month. */
    NominationsNoted noted(NoteNominations order) {
        Map<GasDay, NominatedDay> days = new TreeMap<>(days(order.point()));
        order.days().forEach(day -> days.put(day.day(), day));
        return new NominationsNoted(
                order.review(),
                order.point(),
                order.version(),
                order.days(),
                sum(days.values(), Direction.RECEIPT),
                sum(days.values(), Direction.DELIVERY));
    }

    private static @Nullable Energy sum(Collection<NominatedDay> days, Direction direction) {
        return days.stream()
                .flatMap(day -> Stream.ofNullable(day.of(direction)))
                .reduce(Energy::plus)
                .orElse(null);
    }

    private Map<GasDay, NominatedDay> days(PointId point) {
        return nominated.getOrDefault(point.value(), Map.of());
    }

    /** Every line that moved something or has a base, beside all its bases. */
    List<LineComparison> compare(VarianceReviewId review, ReviewAttempt attempt) {
        Map<VarianceBasis, Map<VarianceLine, LineAmounts>> given = new EnumMap<>(VarianceBasis.class);
        Stream.of(VarianceBasis.values())
                .filter(VarianceBasis::isEarlierMonth)
                .forEach(basis -> given.put(basis, attempt.earlier(basis)));
        Map<VarianceLine, LineAmounts> budgeted = new TreeMap<>();
        budget.forEach(line -> budgeted.put(line.line(), line.amounts()));
        given.put(VarianceBasis.BUDGET, budgeted);
        Map<VarianceLine, LineAmounts> actual = heated(attempt.lines());
        TreeSet<VarianceLine> lines = new TreeSet<>(actual.keySet());
        given.values().forEach(of -> lines.addAll(of.keySet()));
        return lines.stream()
                .map(line -> LineComparison.of(
                        review.period(),
                        line,
                        actual.get(line),
                        of(line, given),
                        sum(days(line.point()).values(), line.direction())))
                .toList();
    }

    private static Map<VarianceBasis, LineAmounts> of(
            VarianceLine line, Map<VarianceBasis, Map<VarianceLine, LineAmounts>> given) {
        Map<VarianceBasis, LineAmounts> bases = new EnumMap<>(VarianceBasis.class);
        given.forEach((basis, lines) -> {
            if (lines.containsKey(line)) {
                bases.put(basis, Objects.requireNonNull(lines.get(line)));
            }
        });
        return bases;
    }

    /** The figures with the heating values the month was measured with. */
    Map<VarianceLine, LineAmounts> heated(Map<VarianceLine, LineAmounts> lines) {
        Map<VarianceLine, LineAmounts> all = new TreeMap<>();
        lines.forEach((line, amounts) -> all.put(
                line,
                new LineAmounts(
                        amounts.energy(), amounts.money(), heat.get(line.point().value()))));
        return all;
    }

    void budget(BudgetSet event) {
        budget = event.lines();
    }

    void heat(HeatingValueSet event) {
        heat.put(event.point().value(), event.heatingValue());
    }

    void nominate(NominationsNoted event) {
        versions.put(event.point().value(), event.version());
        event.days()
                .forEach(day -> nominated
                        .computeIfAbsent(event.point().value(), point -> new TreeMap<>())
                        .put(day.day(), day));
    }
}
