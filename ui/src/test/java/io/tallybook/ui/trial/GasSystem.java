package io.tallybook.ui.trial;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.statement.StatementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gas system made up for a trial: areas of points, the last of each a storage, three shippers with a contract in every area,
 * a price for every single day.
 *
 * @param name every id begins with it; it is the close group too
 */
record GasSystem(String name, AccountingPeriod period, MeasuringInterval interval, int areas, int pointsPerArea) {
    static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    static final int SHIPPERS = 3;

    /** Shares of the three shippers in hundred-millionths; a point's row is its number modulo three. */
    static final int[][] SHARES = {
        {50_000_000, 30_000_000, 20_000_000},
        {33_333_333, 33_333_333, 33_333_334},
        {28_571_429, 57_142_857, 14_285_714}
    };

    static GasSystem daily(String name, String period) {
        return new GasSystem(name, new AccountingPeriod(period), MeasuringInterval.GAS_DAY, 1, 3);
    }

    static GasSystem hourly(String name, String period, int areas, int pointsPerArea) {
        return new GasSystem(name, new AccountingPeriod(period), MeasuringInterval.HOUR, areas, pointsPerArea);
    }

    CloseGroup group() {
        return new CloseGroup(name);
    }

    CloseId close() {
        return CloseId.of(group(), period);
    }

    JournalId journal() {
        return JournalId.ofClose(close());
    }

    /** The journal's key as the ERP's files are named. */
    String erpKey() {
        return journal().value().replace('/', '_');
    }

    NetworkId network() {
        return new NetworkId(name + "-net");
    }

    AccountMapId accounts() {
        return new AccountMapId(name + "-accounts");
    }

    SeriesId series() {
        return new SeriesId(name + "-hub");
    }

    AreaId area(int number) {
        return new AreaId(name + "-a" + number);
    }

    BalanceId balance(int area) {
        return BalanceId.of(area(area), period);
    }

    ShipperId shipper(int number) {
        return new ShipperId(name + "-s" + number);
    }

    StatementId statement(int shipper) {
        return StatementId.of(shipper(shipper), period);
    }

    ContractId contract(int area, int shipper) {
        return new ContractId(name + "-a" + area + "-s" + shipper);
    }

    int points() {
        return areas * pointsPerArea;
    }

    int areaOf(int point) {
        return point / pointsPerArea;
    }

    PointId point(int number) {
        return new PointId(name + "-p%03d".formatted(number));
    }

    MeterMonthId month(int point) {
        return MeterMonthId.of(point(point), period);
    }

    PointRole role(int point) {
        return point % pointsPerArea == pointsPerArea - 1 ? PointRole.STORAGE : PointRole.FLOW;
    }

    /** The points of an area in order. */
    IntStream pointsOf(int area) {
        return IntStream.range(area * pointsPerArea, (area + 1) * pointsPerArea);
    }

    PointRule rule() {
        return new PointRule(GAS_DAY, interval, new GasDay("2015-01-01"), 1);
    }

    /** The terms of a contract from the period on. */
    ContractTerms terms(int area, int shipper) {
        List<PointShare> shares = new ArrayList<>();
        pointsOf(area)
                .filter(p -> role(p) == PointRole.FLOW)
                .forEach(p -> Stream.of(Direction.values())
                        .map(way ->
                                new PointShare(point(p), way, new Share(BigDecimal.valueOf(SHARES[p % 3][shipper], 8))))
                        .forEach(shares::add));
        return new ContractTerms(period, shares, series(), NonPriceDayRule.NONE, 0, "USD");
    }

    static Price price(LocalDate day) {
        return new Price(BigDecimal.valueOf(2000 + 13L * day.getDayOfMonth(), 3), "USD");
    }

    static Map<AccountUse, Account> accountMap() {
        return Map.of(
                AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"),
                AccountUse.PAYABLE, new Account("2010", "Payable"),
                AccountUse.RECEIVABLE, new Account("1010", "Receivable"),
                AccountUse.REVENUE, new Account("4010", "Revenue"));
    }
}
