package io.tallybook.ui.bench;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.demo.AgreedSetup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gas system made up to be measured: hourly points in areas of at most 250, the last of each area a storage, four shippers
 * with a contract in every area, a price for every day.
 */
record BenchSystem(int points) {
    static final AccountingPeriod PERIOD = new AccountingPeriod("2024-10");
    static final String GROUP = "bench";
    static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    static final int SHIPPERS = 4;
    private static final int LARGEST_AREA = 250;
    private static final List<String> SHARES = List.of("0.40000000", "0.30000000", "0.20000000", "0.10000000");

    /** Every hour of the period, in order. */
    static List<Instant> hours() {
        return Stream.iterate(
                        GAS_DAY.start(PERIOD.firstDay()),
                        hour -> hour.isBefore(GAS_DAY.end(PERIOD.lastDay())),
                        hour -> hour.plus(Duration.ofHours(1)))
                .toList();
    }

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
    void setUp(Api engineer, Api approver) {
        AgreedSetup setup = new AgreedSetup(engineer, approver);
        setup.row(SetupSheet.NETWORKS, "bench", GROUP, "Bench (sample)", "bench");
        setup.row(SetupSheet.SERIES, "henry-hub", "Made-up prices", "USD");
        for (AccountUse use : AccountUse.values()) {
            setup.row(SetupSheet.ACCOUNTS, "bench", use, 1000 + use.ordinal(), use + " (sample)");
        }
        for (int shipper = 0; shipper < SHIPPERS; shipper++) {
            setup.row(SetupSheet.SHIPPERS, shipper(shipper), "Shipper " + shipper + " (sample)");
        }
        for (int area = 0; area < areas(); area++) {
            setUpArea(setup, area);
        }
        setup.row(SetupSheet.CALENDARS, GROUP, "bench", PERIOD, GAS_DAY.zone(), 0, 0, "bench");
        setup.agree("bench");
    }

    private void setUpArea(AgreedSetup setup, int area) {
        setup.row(SetupSheet.AREAS, area(area), "bench", "Area " + area, PERIOD, 10, 1, 250);
        pointsOf(area)
                .forEach(p -> setup.row(
                        SetupSheet.POINTS,
                        point(p),
                        area(area),
                        "Point " + p,
                        isStorage(p) ? PointRole.STORAGE : PointRole.FLOW,
                        GAS_DAY.zone(),
                        GAS_DAY.startsAt(),
                        MeasuringInterval.HOUR,
                        "2024-01-01",
                        1));
        for (int shipper = 0; shipper < SHIPPERS; shipper++) {
            terms(setup, area, shipper);
        }
    }

    private void terms(AgreedSetup setup, int area, int shipper) {
        String contract = contract(area, shipper);
        NonPriceDayRule rule = NonPriceDayRule.NONE;
        setup.row(
                SetupSheet.CONTRACTS,
                contract,
                "bench",
                area(area),
                shipper(shipper),
                PERIOD,
                "henry-hub",
                rule,
                0,
                "USD");
        pointsOf(area).filter(p -> !isStorage(p)).forEach(p -> {
            for (Direction direction : Direction.values()) {
                setup.row(SetupSheet.SHARES, contract, PERIOD, point(p), direction, SHARES.get(shipper));
            }
        });
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
