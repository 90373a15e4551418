package io.tallybook.intake.metering;

import io.tallybook.intake.delivery.Delivered;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.messages.Event;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads from an order's events what became of each interval; one that is not there was unchanged. */
final class Fates {
    private Fates() {}

    static Map<Instant, Fate> of(Delivered delivered) {
        Map<Instant, Fate> fates = new HashMap<>();
        for (Event event : delivered.events()) {
            if (event instanceof QuantitiesRecorded recorded) {
                recorded.quantities()
                        .forEach(it -> fates.put(
                                it.quantity().start(), it.previous() == null ? Fate.ACCEPTED : Fate.CORRECTED));
            } else if (event instanceof LateQuantitiesReceived late) {
                late.quantities().forEach(it -> fates.put(it.received().start(), Fate.LATE));
            }
        }
        return fates;
    }
}
