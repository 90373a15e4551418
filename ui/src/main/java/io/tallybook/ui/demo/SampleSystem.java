package io.tallybook.ui.demo;

import io.tallybook.ui.cli.Api;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample configuration of the Danish gas system, set up over the public API: eight real entry and exit points
 * (Energinet), with shippers, shares, tolerances and accounts made up for the demo and labelled so.
 */
final class SampleSystem {
    static final String GROUP = "denmark";
    static final String AREA = "danish-system";
    private static final String NETWORK = "denmark";
    private static final String ACCOUNTS = "sample-accounts";
    private static final String SERIES = "henry-hub";
    private static final String FIRST_MONTH = "2015-01";
    private static final List<String> POINTS =
            List.of("biogas", "denmark", "germany", "north-sea", "poland", "sweden", "tyra");
    private static final Map<String, String> NAMES = Map.of(
            "biogas", "Biogas",
            "denmark", "Denmark (exit)",
            "germany", "Germany (Ellund)",
            "north-sea", "North Sea (Nybro)",
            "poland", "Poland (Baltic Pipe)",
            "storage", "Storage",
            "sweden", "Sweden (Dragør)",
            "tyra", "Tyra");
    // Baltic Pipe's first commercial gas day; before it the source has no value, or a zero on two days of July
    private static final Map<String, String> IN_FORCE_FROM = Map.of("poland", "2022-10-01");
    private static final Map<String, String> SHIPPERS = new LinkedHashMap<>();

    static {
        SHIPPERS.put("northern-gas", "Northern Gas (sample)");
        SHIPPERS.put("baltic-trading", "Baltic Trading (sample)");
        SHIPPERS.put("island-energy", "Island Energy (sample)");
    }

    // shares per point, both directions, in the order of SHIPPERS; each line sums to 1.00000000
    private static final Map<String, List<String>> SHARES = Map.of(
            "biogas", List.of("0.50000000", "0.30000000", "0.20000000"),
            "denmark", List.of("0.40000000", "0.35000000", "0.25000000"),
            "germany", List.of("0.33333333", "0.33333333", "0.33333334"),
            "north-sea", List.of("0.45000000", "0.42500000", "0.12500000"),
            "poland", List.of("0.55000000", "0.40000000", "0.05000000"),
            "sweden", List.of("0.60000000", "0.10000000", "0.30000000"),
            "tyra", List.of("0.28571429", "0.57142857", "0.14285714"));

    private final Api engineer;

    SampleSystem(Api engineer) {
        this.engineer = engineer;
    }

    /** Sets everything up; what is there already stays as it is and leaves no event. */
    void setUp(String firstPeriod) {
        engineer.put(
                "/api/v1/networks/" + NETWORK,
                Map.of("group", GROUP, "name", "Danish gas system (sample configuration)", "accounts", ACCOUNTS));
        engineer.put("/api/v1/areas/" + AREA, area());
        NAMES.keySet().stream().sorted().forEach(id -> engineer.put("/api/v1/points/" + id, point(id)));
        engineer.put("/api/v1/price-series/" + SERIES, Map.of("name", "Henry Hub daily spot", "currency", "USD"));
        engineer.put("/api/v1/account-maps/" + ACCOUNTS, accounts());
        int index = 0;
        for (var shipper : SHIPPERS.entrySet()) {
            engineer.put("/api/v1/shippers/" + shipper.getKey(), Map.of("name", shipper.getValue()));
            engineer.put("/api/v1/contracts/" + shipper.getKey() + "-1", contract(shipper.getKey(), index++));
        }
        if (engineer.get("/api/v1/closes").isEmpty()) {
            engineer.put("/api/v1/calendars/" + GROUP, calendar(firstPeriod));
        }
    }

    private static Map<String, Object> area() {
        // wider than the trade's 0.5 %: the published legs leave out linepack (docs/adr)
        Map<String, Object> tolerance = Map.of(
                "effectiveFrom", FIRST_MONTH,
                "dayPercent", new BigDecimal("10"),
                "monthPercent", new BigDecimal("5"),
                "floorMmbtu", new BigDecimal("250"));
        return Map.of("network", NETWORK, "name", "Danish gas system", "tolerance", tolerance);
    }

    private static Map<String, Object> point(String id) {
        return Map.of(
                "area",
                AREA,
                "name",
                NAMES.getOrDefault(id, id),
                "role",
                id.equals("storage") ? "STORAGE" : "FLOW",
                "zone",
                "Europe/Copenhagen",
                "dayStartsAt",
                "06:00",
                "interval",
                "GAS_DAY",
                "inForceFrom",
                IN_FORCE_FROM.getOrDefault(id, "2015-01-01"),
                "version",
                1);
    }

    private static Map<String, Object> accounts() {
        return Map.of(
                "GAS_PURCHASES", Map.of("number", "5010", "name", "Gas purchases (sample)"),
                "PAYABLE", Map.of("number", "2010", "name", "Accounts payable (sample)"),
                "RECEIVABLE", Map.of("number", "1210", "name", "Accounts receivable (sample)"),
                "REVENUE", Map.of("number", "4010", "name", "Gas revenue (sample)"));
    }

    private static Map<String, Object> contract(String shipper, int index) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (String point : POINTS) {
            for (String direction : List.of("RECEIPT", "DELIVERY")) {
                BigDecimal share =
                        new BigDecimal(SHARES.getOrDefault(point, List.of()).get(index));
                shares.add(Map.of("point", point, "direction", direction, "share", share));
            }
        }
        return Map.of(
                "network", NETWORK,
                "shipper", shipper,
                "area", AREA,
                "effectiveFrom", FIRST_MONTH,
                "shares", shares,
                "series", SERIES,
                "rule", "LAST_PUBLISHED",
                "lookbackDays", 7,
                "currency", "USD");
    }

    private static Map<String, Object> calendar(String firstPeriod) {
        return Map.of(
                "network",
                NETWORK,
                "firstPeriod",
                firstPeriod,
                "zone",
                "Europe/Copenhagen",
                "openingStorageKwh",
                0,
                "openingImbalanceKwh",
                0,
                "reason",
                "sample");
    }
}
