package io.tallybook.eventlog.fold;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in a point's month after so many of its events: signed kWh per interval. */
final class MonthFold {
    private final Map<Instant, Energy> figures = new HashMap<>();
    private final Set<Instant> estimated = new HashSet<>();

    /** @return whether the event was one about figures */
    boolean take(Event event) {
        switch (event) {
            case QuantitiesRecorded it ->
                it.quantities().forEach(each -> {
                    figures.put(each.quantity().start(), each.quantity().signed());
                    estimated.remove(each.quantity().start());
                });
            case GapEstimated it -> stand(it.weight().material() ? List.of() : it.quantities());
            case EstimateAccepted it -> stand(it.quantities());
            case EstimateWithdrawn it -> {
                if (it.stood()) {
                    it.quantities().forEach(each -> {
                        figures.remove(each.start());
                        estimated.remove(each.start());
                    });
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stand(List<EstimatedQuantity> quantities) {
        quantities.forEach(each -> {
            figures.put(each.start(), each.figure());
            estimated.add(each.start());
        });
    }

    Collection<Energy> figures() {
        return figures.values();
    }

    /** How many intervals stand by an estimate. */
    int estimated() {
        return estimated.size();
    }
}
