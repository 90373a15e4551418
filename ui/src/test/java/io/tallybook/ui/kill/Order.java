package io.tallybook.ui.kill;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One order over the public API, under an Idempotency-Key of its own.
 *
 * @param days the gas days it delivers a reading of; none when it proposes a shipper
 */
record Order(String method, String path, String body, String key, List<String> days) {
    static final String POINT = "entry";
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 2, 1);
    private static final int DAYS = 3;

    /** The n-th shipper. */
    static Order shipper(int number) {
        return new Order(
                "PUT",
                "/api/v1/shippers/shipper-" + number + "?reason=new",
                "{\"name\": \"Shipper " + number + "\"}",
                newKey(),
                List.of());
    }

    /** The n-th batch: readings of three gas days. */
    static Order readings(int number) {
        List<String> days = FIRST_DAY
                .plusDays((long) number * DAYS)
                .datesUntil(FIRST_DAY.plusDays((number + 1L) * DAYS))
                .map(LocalDate::toString)
                .toList();
        String body = days.stream()
                .map(day ->
                        "{\"point\": \"" + POINT + "\", \"gasDay\": \"" + day + "\", \"kwh\": " + (1000 + number) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return new Order("POST", "/api/v1/readings", body, newKey(), days);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    boolean isShipper() {
        return days.isEmpty();
    }
}
