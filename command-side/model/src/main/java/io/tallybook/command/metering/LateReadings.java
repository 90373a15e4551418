package io.tallybook.command.metering;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known but does not stand, because it came late: the latest record of each interval, in the order received.
 * Never more of them than the month has intervals.
 */
final class LateReadings {
    private final Map<Instant, LateReading> byStart = new LinkedHashMap<>();

    record LateReading(GasDay day, Quantity quantity, Taken taken) {}

    Optional<LateReading> at(Instant start) {
        return Optional.ofNullable(byStart.get(start));
    }

    /** The late records in the order received, together where they have the key in common. */
    <K> Collection<List<LateReading>> together(Function<LateReading, K> key) {
        Map<K, List<LateReading>> groups = new LinkedHashMap<>();
        byStart.values()
                .forEach(late -> groups.computeIfAbsent(key.apply(late), k -> new ArrayList<>())
                        .add(late));
        return groups.values();
    }

    /** A record that says again what stands is no longer late: the latest known is then the standing one. */
    void remember(LateQuantitiesReceived event, Readings standing, Instant at) {
        Taken taken = new Taken(event.source(), event.by(), at);
        for (LateQuantity late : event.quantities()) {
            Quantity received = late.received();
            byStart.remove(received.start());
            if (standing.at(received.start()).filter(it -> it.says(received)).isEmpty()) {
                byStart.put(received.start(), new LateReading(event.day(), received, taken));
            }
        }
    }

    void forget() {
        byStart.clear();
    }
}
