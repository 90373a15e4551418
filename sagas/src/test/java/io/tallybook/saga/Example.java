package io.tallybook.saga;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** One small system for the tests of processes: three points, one of them storage, and two contracts. */
public final class Example {
    public static final AccountingPeriod PERIOD = new AccountingPeriod("2024-10");
    public static final CloseGroup GROUP = new CloseGroup("dk");
    public static final CloseId CLOSE = CloseId.of(GROUP, PERIOD);
    public static final NetworkId NETWORK = new NetworkId("dk-gas");
    public static final AreaId AREA = new AreaId("dk-system");
    public static final PointId ELLUND = new PointId("ellund");
    public static final PointId NYBRO = new PointId("nybro");
    public static final PointId STORE = new PointId("store");
    public static final ContractId NORD = new ContractId("nord-1");
    public static final ContractId SUND = new ContractId("sund-1");
    public static final ShipperId NORDGAS = new ShipperId("nordgas");
    public static final ShipperId SUNDGAS = new ShipperId("sundgas");
    public static final SeriesId HENRY_HUB = new SeriesId("henry-hub");
    public static final AccountMapId ACCOUNTS = new AccountMapId("standard");
    public static final PersonId ANNA = new PersonId("anna");
    public static final Sha256 HASH = Sha256.of("content");
    public static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    public static final PointRule RULE = new PointRule(GAS_DAY, MeasuringInterval.GAS_DAY, new GasDay("2015-01-01"), 1);
    public static final List<DayTotal> DAYS = PERIOD.days().stream()
            .map(day -> new DayTotal(day, Energy.ofKwh(1000), Energy.ZERO))
            .toList();

    private Example() {}

    public static AreaRosterPinned roster(int attempt) {
        List<RosterPoint> points = List.of(
                new RosterPoint(ELLUND, PointRole.FLOW, RULE),
                new RosterPoint(NYBRO, PointRole.FLOW, RULE),
                new RosterPoint(STORE, PointRole.STORAGE, RULE));
        return new AreaRosterPinned(AREA, CLOSE, attempt, points, List.of(NORD, SUND), Tolerance.standard(PERIOD));
    }

    public static ContractTerms terms() {
        return new ContractTerms(
                PERIOD,
                List.of(new PointShare(ELLUND, Direction.RECEIPT, Share.of("0.6"))),
                HENRY_HUB,
                NonPriceDayRule.LAST_PUBLISHED,
                7,
                "USD");
    }

    public static JournalPostingRequested batch() {
        Account purchases = new Account("5010", "Gas purchases, \"accrued\"");
        Account payable = new Account("2010", "Payable");
        Money amount = new Money(new java.math.BigDecimal("1234.5"), "USD");
        Money zero = Money.zero("USD");
        Energy energy = Energy.ofKwh(31000);
        return new JournalPostingRequested(
                JournalId.ofClose(CLOSE),
                CLOSE,
                1,
                HASH,
                HASH,
                List.of(
                        line(1, AccountUse.GAS_PURCHASES, purchases, energy, amount, zero),
                        line(2, AccountUse.PAYABLE, payable, energy, zero, amount)));
    }

    public static Source source() {
        return new Source(new ImportId("import-1"), HASH, "2025-11-25.json.gz");
    }

    private static JournalLine line(int no, AccountUse use, Account account, Energy energy, Money debit, Money credit) {
        return new JournalLine(no, use, account, NORDGAS, Direction.RECEIPT, energy, debit, credit);
    }
}
