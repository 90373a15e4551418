package io.tallybook.command.adjustment;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.metering.DayTotal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What approved packages have made of the readings of closed months; and, from there, what a pending package would make of its
 * days. Everything is a difference to what the month was closed with: nobody here knows the rest of the day.
 */
final class BookedReadings {
    private final Map<PointMonth, TreeMap<GasDay, Map<ReadingKey, RestatedReading>>> booked = new HashMap<>();

    void take(AdjustmentCollected adjustment) {
        Map<ReadingKey, RestatedReading> day = booked.computeIfAbsent(pointMonth(adjustment), p -> new TreeMap<>())
                .computeIfAbsent(adjustment.day(), d -> new HashMap<>());
        adjustment.readings().forEach(r -> day.put(new ReadingKey(adjustment.point(), r.start()), r));
    }

    /** The days of each point and month the adjustments touch, as they stand and as they would; later adjustments win. */
    Map<PointMonth, List<RestatedDay>> restated(Collection<AdjustmentCollected> adjustments) {
        Map<PointMonth, TreeMap<GasDay, Map<ReadingKey, RestatedReading>>> pending = new HashMap<>();
        for (AdjustmentCollected adjustment : adjustments) {
            Map<ReadingKey, RestatedReading> day = pending.computeIfAbsent(pointMonth(adjustment), p -> new TreeMap<>())
                    .computeIfAbsent(adjustment.day(), d -> new HashMap<>(standing(adjustment)));
            adjustment.readings().forEach(r -> day.put(new ReadingKey(adjustment.point(), r.start()), r));
        }
        Map<PointMonth, List<RestatedDay>> restated = new TreeMap<>(Comparator.comparing(PointMonth::key));
        pending.forEach((at, days) -> restated.put(at, days(at, days)));
        return restated;
    }

    private List<RestatedDay> days(PointMonth at, TreeMap<GasDay, Map<ReadingKey, RestatedReading>> pending) {
        List<RestatedDay> days = new ArrayList<>();
        pending.forEach((day, after) -> days.add(
                new RestatedDay(difference(day, standing(at, day).values()), difference(day, after.values()))));
        return days;
    }

    private Map<ReadingKey, RestatedReading> standing(AdjustmentCollected adjustment) {
        return standing(pointMonth(adjustment), adjustment.day());
    }

    private Map<ReadingKey, RestatedReading> standing(PointMonth at, GasDay day) {
        return booked.getOrDefault(at, new TreeMap<>()).getOrDefault(day, Map.of());
    }

    private static DayTotal difference(GasDay day, Collection<RestatedReading> readings) {
        return new DayTotal(day, difference(Direction.RECEIPT, readings), difference(Direction.DELIVERY, readings));
    }

    /** Each way apart: gas that went the other way leaves one and enters the other. */
    private static Energy difference(Direction direction, Collection<RestatedReading> readings) {
        return readings.stream()
                .map(r -> oneWay(direction, r.received()).minus(oneWay(direction, r.closedOrZero())))
                .reduce(Energy.ZERO, Energy::plus);
    }

    private static Energy oneWay(Direction direction, Energy signed) {
        return signed.signum() != 0 && Direction.of(signed) == direction ? signed.abs() : Energy.ZERO;
    }

    static PointMonth pointMonth(AdjustmentCollected adjustment) {
        return new PointMonth(adjustment.closeId(), adjustment.point());
    }
}
