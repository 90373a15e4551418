package io.tallybook.command.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateInput;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a month as they stand, one per interval, and the rule they were taken in by. */
final class Readings {
    private final TreeMap<Instant, Reading> byStart = new TreeMap<>();
    private final Map<Instant, Integer> withdrawn = new HashMap<>();
    private @Nullable PointRule rule;

    /** The rule of the latest record; null while there is none. */
    @Nullable PointRule rule() {
        return rule;
    }

    /** How many records the month has since the point is in force. */
    int count(PointRule by) {
        return since(by).size();
    }

    /** A fact from before the point is in force is kept, but counts for nothing (ADR 4). */
    private SortedMap<Instant, Reading> since(PointRule by) {
        return byStart.tailMap(by.gasDay().start(by.inForceFrom()));
    }

    boolean has(Instant start) {
        return byStart.containsKey(start);
    }

    Optional<Reading> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }

    /** The start of the interval that holds that instant, if it has a record. */
    Optional<Instant> startOfIntervalAt(Instant instant) {
        PointRule known = rule;
        return Optional.ofNullable(byStart.floorKey(instant))
                .filter(start ->
                        known != null && instant.isBefore(known.interval().end(start, known.gasDay())));
    }

    /** The signed figure of that interval. */
    @Nullable Energy figure(Instant start) {
        return at(start).map(Reading::signed).orElse(null);
    }

    /** What of these is new or says something else than what stands. */
    List<RecordedQuantity> news(List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity ->
                        at(quantity.start()).filter(it -> it.says(quantity)).isEmpty())
                .map(this::recorded)
                .toList();
    }

    private RecordedQuantity recorded(Quantity quantity) {
        return new RecordedQuantity(quantity, nextVersion(quantity.start()), figure(quantity.start()));
    }

    /** The version the next figure of that interval has; a withdrawn one is not given again. */
    int nextVersion(Instant start) {
        return at(start).map(Reading::version).orElse(withdrawn.getOrDefault(start, 0)) + 1;
    }

    /** What was measured since the point is in force, signed and in order; no estimate. */
    TreeMap<Instant, EstimateInput> actuals(PointRule by) {
        TreeMap<Instant, EstimateInput> actuals = new TreeMap<>();
        since(by).forEach((start, reading) -> {
            if (reading.isActual()) {
                actuals.put(start, new EstimateInput(start, reading.signed()));
            }
        });
        return actuals;
    }

    Sha256 contentHash(PointRule by) {
        return Sha256.ofLines(since(by).entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList());
    }

    /** What was moved on every gas day in force, in order. */
    List<DayTotal> dayTotals(AccountingPeriod period, PointRule by) {
        Map<GasDay, DayTotal> days = new TreeMap<>();
        period.days().stream()
                .filter(by::covers)
                .forEach(day -> days.put(day, new DayTotal(day, Energy.ZERO, Energy.ZERO)));
        since(by)
                .forEach((start, reading) ->
                        days.computeIfPresent(by.gasDay().dayOf(start), (day, total) -> plus(total, reading)));
        return List.copyOf(days.values());
    }

    private static DayTotal plus(DayTotal total, Reading reading) {
        return reading.direction() == Direction.RECEIPT
                ? new DayTotal(total.day(), total.receipt().plus(reading.energy()), total.delivery())
                : new DayTotal(total.day(), total.receipt(), total.delivery().plus(reading.energy()));
    }

    void remember(QuantitiesRecorded event, Instant at) {
        rule = event.rule();
        Taken taken = new Taken(event.source(), event.by(), at);
        event.quantities().forEach(recorded -> byStart.put(recorded.quantity().start(), Reading.of(recorded, taken)));
    }

    void remember(PointRule by, EstimateMethod method, List<EstimatedQuantity> estimated) {
        rule = estimated.isEmpty() ? rule : by;
        estimated.forEach(each -> byStart.put(each.start(), Reading.of(each, method)));
    }

    /** They are missing again. */
    void withdraw(List<EstimatedQuantity> estimated) {
        estimated.forEach(each -> {
            byStart.remove(each.start());
            withdrawn.put(each.start(), each.version());
        });
    }
}
