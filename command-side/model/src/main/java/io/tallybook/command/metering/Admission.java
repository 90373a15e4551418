package io.tallybook.command.metering;

import io.tallybook.command.EventSize;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Refused;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a delivery of records must keep to; the importer has made dead letters of the rest, this is the last line. */
final class Admission {
    /** A gas day of 25 hours in quarter hours. */
    static final int MOST_RECORDS = 100;

    /** So that the event stays below 64 KiB with what else it says of each record, late ones included. */
    static final int MOST_BYTES = 48 << 10;

    private static final int RECORD_BYTES = 260;

    private Admission() {}

    /** At most what a record takes in a {@code QuantitiesRecorded}. */
    static int bytes(Quantity quantity) {
        return RECORD_BYTES + EventSize.json(quantity.raw());
    }

    /**
     * The records in order, each interval once.
     *
     * @param known the rule the month's records were taken in by; null when it has none
     * @throws Refused when the delivery does not fit the month's gas day and intervals
     */
    static List<Quantity> checked(RecordQuantities order, @Nullable PointRule known) {
        checkDay(order);
        checkSameIntervals(order.rule(), known);
        order.quantities().forEach(quantity -> checkStart(quantity.start(), order.day(), order.rule()));
        return List.copyOf(onePerInterval(order.quantities()));
    }

    /** In order, cut so that each part fits one event. */
    static List<List<Quantity>> parts(List<Quantity> quantities) {
        List<List<Quantity>> parts = new ArrayList<>();
        List<Quantity> part = new ArrayList<>();
        int bytes = 0;
        for (Quantity quantity : quantities) {
            bytes += bytes(quantity);
            if (bytes > MOST_BYTES && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                bytes = bytes(quantity);
            }
            part.add(quantity);
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private static void checkDay(RecordQuantities order) {
        Map<String, String> evidence = Map.of(
                "day",
                order.day().value(),
                "records",
                String.valueOf(order.quantities().size()));
        Refused.when(order.quantities().isEmpty(), "no-records", "The delivery holds no record.", evidence);
        Refused.when(
                order.quantities().size() > MOST_RECORDS,
                "too-many-records",
                "A delivery holds at most " + MOST_RECORDS + " records.",
                evidence);
        int bytes = order.quantities().stream().mapToInt(Admission::bytes).sum();
        Refused.when(
                bytes > MOST_BYTES,
                "delivery-too-large",
                "The delivery's rows do not fit one event: send them in parts.",
                Map.of("bytes", String.valueOf(bytes), "most", String.valueOf(MOST_BYTES)));
        Refused.when(
                !order.month().period().contains(order.day()),
                "outside-the-period",
                "The gas day is not of this month.",
                evidence);
    }

    /** One effective version per interval and no overlap (domain/close.md): one interval for the whole month. */
    static void checkSameIntervals(PointRule rule, @Nullable PointRule known) {
        Refused.when(
                known != null
                        && (known.interval() != rule.interval()
                                || !known.gasDay().equals(rule.gasDay())),
                "another-interval",
                "The month has records of another interval or gas day already.");
    }

    private static void checkStart(Instant start, GasDay day, PointRule rule) {
        Map<String, String> evidence = Map.of("day", day.value(), "start", start.toString());
        Refused.when(
                !rule.gasDay().dayOf(start).equals(day),
                "outside-the-gas-day",
                "The record begins outside its gas day.",
                evidence);
        Refused.when(
                !rule.interval().startsAt(start, rule.gasDay()),
                "not-an-interval-start",
                "No interval of the point begins then.",
                evidence);
    }

    private static Collection<Quantity> onePerInterval(List<Quantity> quantities) {
        Map<Instant, Quantity> byStart = new TreeMap<>();
        for (Quantity quantity : quantities) {
            Quantity other = byStart.putIfAbsent(quantity.start(), quantity);
            Refused.when(
                    other != null && !other.contentHash().equals(quantity.contentHash()),
                    "interval-given-twice",
                    "The delivery gives two different records for one interval.",
                    Map.of("start", quantity.start().toString()));
        }
        return byStart.values();
    }
}
