package io.tallybook.command.price;

import io.tallybook.command.EventSize;
import io.tallybook.messages.Refused;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a delivery of prices must keep to; the importer has made dead letters of the rest, this is the last line. */
final class Deliveries {
    static final int MOST_PRICES = 400;

    /** What is not prices needs less than 1 KiB of the event. */
    static final int MOST_BYTES = EventSize.MOST_BYTES - 1024;

    private static final int ENTRY_BYTES = 152;

    private Deliveries() {}

    /**
     * One entry per day, in order of days.
     *
     * @throws Refused when the delivery cannot be taken in as a whole
     */
    static Collection<PriceEntry> checked(List<PriceEntry> entries, String currency) {
        Refused.when(entries.isEmpty(), "no-prices", "The delivery holds no price.");
        Refused.when(
                entries.size() > MOST_PRICES,
                "too-many-prices",
                "A delivery holds at most " + MOST_PRICES + " prices.");
        int bytes = entries.stream()
                .mapToInt(e -> ENTRY_BYTES + EventSize.json(e.raw()))
                .sum();
        Refused.when(
                bytes > MOST_BYTES,
                "delivery-too-large",
                "The delivery's rows do not fit one event: send them in parts.",
                Map.of("bytes", String.valueOf(bytes), "most", String.valueOf(MOST_BYTES)));
        Map<LocalDate, PriceEntry> byDay = new TreeMap<>();
        for (PriceEntry entry : entries) {
            checkCurrency(entry, currency);
            PriceEntry other = byDay.putIfAbsent(entry.day(), entry);
            Refused.when(
                    other != null && !sameFact(other, entry),
                    "day-given-twice",
                    "The delivery gives two different prices for one day.",
                    Map.of("day", entry.day().toString()));
        }
        return byDay.values();
    }

    private static void checkCurrency(PriceEntry entry, String currency) {
        Refused.when(
                entry.price() != null && !entry.price().currency().equals(currency),
                "another-currency",
                "The series is published in " + currency + ".",
                Map.of("day", entry.day().toString()));
    }

    private static boolean sameFact(PriceEntry one, PriceEntry other) {
        return Objects.equals(one.price(), other.price()) && one.status() == other.status();
    }
}
