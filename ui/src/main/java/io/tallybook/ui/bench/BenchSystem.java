package io.tallybook.ui.bench;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDayRule;
import io.tallybook.ui.cli.Api;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A gas system made up to be measured: hourly points in areas of at most 250, the last of each area a storage, three shippers
 * with a contract in every area, a price for every day.
 */
record BenchSystem(int points) {
    static final AccountingPeriod PERIOD = new AccountingPeriod("2024-10");
    static final String GROUP = "bench";
    static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    static final int SHIPPERS = 3;
    private static final int LARGEST_AREA = 250;
    private static final List<String> SHARES = List.of("0.50000000", "0.30000000", "0.20000000");

    int areas() {
        return (points + LARGEST_AREA - 1) / LARGEST_AREA;
    }

    String area(int number) {
        return "bench-area-" + number;
    }

    String shipper(int number) {
        return "bench-shipper-" + number;
    }

    String contract(int area, int shipper) {
        return "bench-" + area + "-" + shipper;
    }

    String point(int number) {
        return "bench-p%04d".formatted(number);
    }

    int areaOf(int point) {
        return (int) ((long) point * areas() / points);
    }

    IntStream pointsOf(int area) {
        return IntStream.range(0, points).filter(p -> areaOf(p) == area);
    }

    /** The last point of an area. */
    boolean isStorage(int point) {
        return point + 1 == points || areaOf(point + 1) != areaOf(point);
    }

    /** The first point of an area; it receives what the others deliver. */
    boolean isSource(int point) {
        return point == 0 || areaOf(point - 1) != areaOf(point);
    }

    /** Everything but quantities and prices, over the public API. */
    void setUp(Api engineer) {
        engineer.put("/api/v1/networks/bench", Map.of("group", GROUP, "name", "Bench (sample)", "accounts", "bench"));
        engineer.put("/api/v1/price-series/henry-hub", Map.of("name", "Made-up prices", "currency", "USD"));
        engineer.put("/api/v1/account-maps/bench", accounts());
        for (int shipper = 0; shipper < SHIPPERS; shipper++) {
            engineer.put("/api/v1/shippers/" + shipper(shipper), Map.of("name", "Shipper " + shipper + " (sample)"));
        }
        for (int area = 0; area < areas(); area++) {
            setUpArea(engineer, area);
        }
        engineer.put("/api/v1/calendars/" + GROUP, calendar());
    }

    private void setUpArea(Api engineer, int area) {
        Map<String, Object> tolerance = Map.of(
                "effectiveFrom",
                PERIOD.value(),
                "dayPercent",
                BigDecimal.TEN,
                "monthPercent",
                BigDecimal.ONE,
                "floorMmbtu",
                new BigDecimal("250"));
        engineer.put(
                "/api/v1/areas/" + area(area),
                Map.of("network", "bench", "name", "Area " + area, "tolerance", tolerance));
        pointsOf(area).forEach(p -> engineer.put("/api/v1/points/" + point(p), point(area, p)));
        for (int shipper = 0; shipper < SHIPPERS; shipper++) {
            engineer.put("/api/v1/contracts/" + contract(area, shipper), terms(area, shipper));
        }
    }

    private Map<String, Object> point(int area, int point) {
        return Map.of(
                "area",
                area(area),
                "name",
                "Point " + point,
                "role",
                isStorage(point) ? "STORAGE" : "FLOW",
                "zone",
                GAS_DAY.zone().getId(),
                "dayStartsAt",
                GAS_DAY.startsAt().toString(),
                "interval",
                "HOUR",
                "inForceFrom",
                "2024-01-01",
                "version",
                1);
    }

    private Map<String, Object> terms(int area, int shipper) {
        List<Map<String, Object>> shares = new ArrayList<>();
        pointsOf(area).filter(p -> !isStorage(p)).forEach(p -> {
            for (String direction : List.of("RECEIPT", "DELIVERY")) {
                shares.add(Map.of(
                        "point", point(p), "direction", direction, "share", new BigDecimal(SHARES.get(shipper))));
            }
        });
        return Map.of(
                "network",
                "bench",
                "shipper",
                shipper(shipper),
                "area",
                area(area),
                "effectiveFrom",
                PERIOD.value(),
                "shares",
                shares,
                "series",
                "henry-hub",
                "rule",
                "NONE",
                "lookbackDays",
                0,
                "currency",
                "USD");
    }

    private static Map<String, Object> accounts() {
        return Map.of(
                "GAS_PURCHASES", Map.of("number", "5010", "name", "Gas purchases (sample)"),
                "PAYABLE", Map.of("number", "2010", "name", "Accounts payable (sample)"),
                "RECEIVABLE", Map.of("number", "1210", "name", "Accounts receivable (sample)"),
                "REVENUE", Map.of("number", "4010", "name", "Gas revenue (sample)"));
    }

    private static Map<String, Object> calendar() {
        return Map.of(
                "network",
                "bench",
                "firstPeriod",
                PERIOD.value(),
                "zone",
                GAS_DAY.zone().getId(),
                "openingStorageKwh",
                0,
                "openingImbalanceKwh",
                0,
                "reason",
                "bench");
    }

    /** A price for every day of the month, as the shipped profile {@code henry-hub} reads it. */
    static String prices() {
        StringBuilder csv = new StringBuilder("Date,Price\n");
        PERIOD.days().forEach(day -> csv.append(price(day.date())));
        return csv.toString();
    }

    private static String price(LocalDate day) {
        return day + "," + BigDecimal.valueOf(200 + 3L * day.getDayOfMonth(), 2) + "\n";
    }
}
