package io.tallybook.saga.whole;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.ThresholdsCommand.SetThreshold;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.saga.Example;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * October 2024 of a system of three points: ellund receives 1,000,000 kWh a day, storage gives 100,000, nybro delivers the
 * sum. Two shippers hold 60 % and 40 %. Prices on weekdays only.
 */
final class SmallMonth {
    static final PersonId ENGINEER = new PersonId("eric");
    static final PersonId ACCOUNTANT = new PersonId("anna");
    private static final Source FIRST = source("first publication");

    private final House house;
    private final PointRule rule;

    SmallMonth(House house) {
        this(house, Example.RULE);
    }

    /** The month measured by another rule. */
    SmallMonth(House house, PointRule rule) {
        this.house = house;
        this.rule = rule;
    }

    /** The system with its prices of the month. */
    void setUp() {
        setUpSystem();
        record(prices());
    }

    /** The system, not a price yet. */
    void setUpSystem() {
        engineer(new EstablishNetwork(
                Example.NETWORK, Example.GROUP, "Sample", Example.ACCOUNTS, ENGINEER, House.now()));
        engineer(new EstablishArea(
                Example.AREA,
                Example.NETWORK,
                "Sample system",
                Tolerance.standard(Example.PERIOD),
                ENGINEER,
                House.now()));
        engineer(new AddArea(Example.NETWORK, Example.AREA, ENGINEER, House.now()));
        place(Example.ELLUND, PointRole.FLOW);
        place(Example.NYBRO, PointRole.FLOW);
        place(Example.STORE, PointRole.STORAGE);
        sign(Example.NORD, Example.NORDGAS, "0.6");
        sign(Example.SUND, Example.SUNDGAS, "0.4");
        mapAccounts();
        engineer(new EstablishPriceSeries(Example.HENRY_HUB, "Henry Hub", "USD", ENGINEER, House.now()));
    }

    void open() {
        openCalendar();
        openPeriod();
    }

    void openCalendar() {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new OpenCalendar(
                        Example.GROUP,
                        Example.NETWORK,
                        Example.PERIOD,
                        Example.GAS_DAY.zone(),
                        Energy.ZERO,
                        Energy.ZERO,
                        List.of(),
                        true,
                        "sample",
                        ACCOUNTANT,
                        House.now()));
    }

    void openPeriod() {
        house.order("anna", Role.ACCOUNTANT, new OpenPeriod(Example.GROUP, Example.PERIOD, ACCOUNTANT, House.now()));
    }

    void record() {
        Example.PERIOD.days().forEach(this::record);
    }

    void record(GasDay day) {
        record(Example.ELLUND, day, 1_000_000, FIRST);
        record(Example.NYBRO, day, -1_100_000, FIRST);
        record(Example.STORE, day, 100_000, FIRST);
    }

    void record(PointId point, GasDay day, long signed, Source source) {
        Energy energy = Energy.ofKwh(signed);
        record(
                point,
                day,
                List.of(new Quantity(
                        Example.GAS_DAY.start(day), energy.abs(), Direction.of(energy), "GOOD", 1, "raw " + signed)),
                source);
    }

    void record(PointId point, GasDay day, List<Quantity> quantities, Source source) {
        house.order(
                "oscar",
                Role.OPERATOR,
                new RecordQuantities(
                        MeterMonthId.of(point, Example.PERIOD),
                        day,
                        rule,
                        quantities,
                        source,
                        new PersonId("oscar"),
                        House.now()));
    }

    void price(LocalDate day, String price) {
        record(List.of(entry(day, price)));
    }

    void record(List<PriceEntry> prices) {
        engineer(new RecordPrices(Example.HENRY_HUB, prices, source("prices"), ENGINEER, House.now()));
    }

    static Source source(String words) {
        Sha256 file = Sha256.of(words);
        return new Source(new ImportId("import-" + file.brief()), file, words);
    }

    /** No variance is large enough to need a word: for months that are about something else. */
    void needsNoWord() {
        VarianceThreshold never = new VarianceThreshold(Example.PERIOD, ThresholdScope.ALL, null, null, true);
        engineer(new SetThreshold(ThresholdsId.of(Example.GROUP), never, ENGINEER, House.now()));
    }

    private void place(PointId point, PointRole role) {
        engineer(new ConfigurePoint(point, Example.AREA, point.value(), role, rule, ENGINEER, House.now()));
        engineer(new PlacePoint(Example.AREA, point, role, rule, ENGINEER, House.now()));
    }

    private void sign(ContractId contract, ShipperId shipper, String share) {
        engineer(new RegisterShipper(shipper, shipper.value(), ENGINEER, House.now()));
        engineer(new SignContract(contract, shipper, Example.AREA, terms(share, 7), ENGINEER, House.now()));
        engineer(new AddContract(Example.NETWORK, Example.AREA, contract, ENGINEER, House.now()));
    }

    /** The first contract with another lookback, from the month on. */
    static AmendContract amendment(int lookbackDays) {
        return new AmendContract(Example.NORD, terms("0.6", lookbackDays), ENGINEER, House.now());
    }

    /** The first contract with a share of a point that no area has. */
    static AmendContract strayAmendment() {
        ContractTerms terms = terms("0.6", 7);
        List<PointShare> shares = new ArrayList<>(terms.shares());
        shares.add(new PointShare(new PointId("elsewhere"), Direction.RECEIPT, Share.of("0.6")));
        ContractTerms stray = new ContractTerms(
                Example.PERIOD, shares, terms.series(), terms.rule(), terms.lookbackDays(), terms.currency());
        return new AmendContract(Example.NORD, stray, ENGINEER, House.now());
    }

    private static ContractTerms terms(String share, int lookbackDays) {
        return new ContractTerms(
                Example.PERIOD,
                List.of(
                        new PointShare(Example.ELLUND, Direction.RECEIPT, Share.of(share)),
                        new PointShare(Example.NYBRO, Direction.DELIVERY, Share.of(share))),
                Example.HENRY_HUB,
                NonPriceDayRule.LAST_PUBLISHED,
                lookbackDays,
                "USD");
    }

    private void mapAccounts() {
        engineer(new MapAccounts(
                Example.ACCOUNTS,
                Map.of(
                        AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"),
                        AccountUse.PAYABLE, new Account("2010", "Payable"),
                        AccountUse.RECEIVABLE, new Account("1010", "Receivable"),
                        AccountUse.REVENUE, new Account("4010", "Revenue"),
                        AccountUse.PPA_GAS_PURCHASES, new Account("5910", "Gas purchases of prior periods"),
                        AccountUse.PPA_PAYABLE, new Account("2910", "Payable of prior periods"),
                        AccountUse.PPA_RECEIVABLE, new Account("1910", "Receivable of prior periods"),
                        AccountUse.PPA_REVENUE, new Account("4910", "Revenue of prior periods")),
                null,
                ENGINEER,
                House.now()));
    }

    /** A price on every weekday. */
    static List<PriceEntry> prices() {
        return LocalDate.of(2024, 9, 24)
                .datesUntil(LocalDate.of(2024, 11, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .map(day -> entry(day, "2." + (10 + day.getDayOfMonth())))
                .toList();
    }

    private static PriceEntry entry(LocalDate day, String price) {
        return new PriceEntry(day, new Price(new BigDecimal(price), "USD"), PriceStatus.FINAL, 1, price);
    }

    private void engineer(io.tallybook.messages.Command order) {
        house.order("eric", Role.ENGINEER, order);
    }
}
