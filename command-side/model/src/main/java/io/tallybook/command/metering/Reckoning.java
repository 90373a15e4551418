package io.tallybook.command.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Refused;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateBasis;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateInput;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an estimate says and from which readings: the month's own actual ones, in exact arithmetic, rounded half-up once to
 * as many decimals of a kWh as those readings have.
 */
final class Reckoning {
    private final EstimateMethod method;
    private final @Nullable Energy stated;
    private final NavigableMap<Instant, EstimateInput> actuals;
    private final Map<Instant, Integer> places = new HashMap<>();
    private final SortedMap<Instant, EstimateInput> used = new TreeMap<>();
    private final Readings readings;

    Reckoning(EstimateGap order, Expected expected, Readings readings) {
        this.method = order.method();
        this.stated = order.stated();
        this.readings = readings;
        this.actuals = readings.actuals(order.rule());
        expected.starts().forEach(start -> places.put(start, places.size()));
    }

    List<EstimatedQuantity> of(List<Instant> starts) {
        return starts.stream()
                .map(start -> new EstimatedQuantity(start, figure(start), readings.nextVersion(start)))
                .toList();
    }

    /** After the figures: what they needed. The mean names how many, not each. */
    EstimateBasis basis() {
        return method == EstimateMethod.AVERAGE_OF_MONTH
                ? new EstimateBasis(actuals.size(), sum(actuals.values()), List.of())
                : new EstimateBasis(used.size(), sum(used.values()), List.copyOf(used.values()));
    }

    /** Energy of the month's actual readings, whichever way it went. */
    Energy measured() {
        return actuals.values().stream().map(each -> each.figure().abs()).reduce(Energy.ZERO, Energy::plus);
    }

    private Energy figure(Instant start) {
        return switch (method) {
            case AVERAGE_OF_MONTH -> average();
            case LINEAR -> between(before(start), after(start), start);
            case LAST_GOOD -> before(start).figure();
            case STATED -> Objects.requireNonNull(stated, "checked before");
        };
    }

    private Energy average() {
        Refused.when(actuals.isEmpty(), "nothing-to-estimate-from", "The month has no actual reading to average.");
        return rounded(sum(actuals.values()).kwh(), BigDecimal.valueOf(actuals.size()), decimals(actuals.values()));
    }

    private Energy between(EstimateInput left, EstimateInput right, Instant start) {
        BigDecimal whole = BigDecimal.valueOf(place(right.start()) - place(left.start()));
        BigDecimal way = BigDecimal.valueOf(place(start) - place(left.start()));
        BigDecimal weighted = left.figure()
                .kwh()
                .multiply(whole.subtract(way))
                .add(right.figure().kwh().multiply(way));
        return rounded(weighted, whole, decimals(List.of(left, right)));
    }

    /** Counted in intervals, so that a day of 23 or 25 hours is one like the others. */
    private long place(Instant start) {
        return places.getOrDefault(start, 0);
    }

    private EstimateInput before(Instant start) {
        return use(actuals.lowerEntry(start), "before", start);
    }

    private EstimateInput after(Instant start) {
        return use(actuals.higherEntry(start), "after", start);
    }

    private EstimateInput use(Map.@Nullable Entry<Instant, EstimateInput> neighbour, String side, Instant start) {
        if (neighbour == null) {
            throw new Refused(
                    "no-neighbour",
                    "The month has no actual reading " + side + " that interval: take another method.",
                    Map.of("start", start.toString()));
        }
        used.put(neighbour.getKey(), neighbour.getValue());
        return neighbour.getValue();
    }

    private static Energy rounded(BigDecimal sum, BigDecimal parts, int decimals) {
        return new Energy(sum.divide(parts, decimals, RoundingMode.HALF_UP));
    }

    private static int decimals(Collection<EstimateInput> inputs) {
        return inputs.stream()
                .mapToInt(input -> input.figure().kwh().scale())
                .max()
                .orElse(0);
    }

    private static Energy sum(Collection<EstimateInput> inputs) {
        return inputs.stream().map(EstimateInput::figure).reduce(Energy.ZERO, Energy::plus);
    }
}
