package io.tallybook.ui.trial;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.ApproveAccess;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTableCommand.PinCashOutTable;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.CompleteChange;
import io.tallybook.messages.change.ChangeCommand.RejectChange;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.CloseContractTerms;
import io.tallybook.messages.contract.ContractCommand.PinContract;
import io.tallybook.messages.contract.ContractCommand.ReopenContractTerms;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterCommand.MarkReplaced;
import io.tallybook.messages.intake.ImportCommand.FinishImport;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountMapCommand.PinAccounts;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthCommand.ReopenMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaCommand.CloseAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.ReopenAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.NetworkCommand.PinRoster;
import io.tallybook.messages.network.PointCommand.ClosePointConfiguration;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointCommand.ReopenPointConfiguration;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.PinNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.ReopenNominations;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.nomination.NominationUse;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesCommand.PinPrices;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesCommand.ReopenPrices;
import io.tallybook.messages.price.PriceSeriesCommand.UnpinPrices;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Orders to what a month is made from: people, configuration, contracts, prices, readings. */
record OrdersToSources(LockedMonth month) {
    private static final Source SOURCE = Crew.source("an attempt");
    private static final PersonId EVE = new PersonId("eve");

    List<Command> all() {
        return Stream.of(
                        access(),
                        changes(),
                        network(),
                        contracts(),
                        nominations(),
                        prices(),
                        readings(),
                        deadLetters(),
                        OrdersToNamedSources.all(system().group()))
                .flatMap(List::stream)
                .toList();
    }

    private GasSystem system() {
        return month.system;
    }

    private static Instant at() {
        return House.now();
    }

    private static List<Command> access() {
        return List.of(
                new GrantAccess(new UserId("eve"), EVE, Set.of(Role.APPROVER), 0, EVE, at()),
                new ApproveAccess(new UserId("eve"), Set.of(Role.APPROVER), EVE, at()),
                new RevokeAccess(new UserId("victor"), "left", EVE, at()));
    }

    private static List<Command> changes() {
        return List.of(
                LockedMonth.proposal(new ChangeId("another")),
                new ApproveChange(LockedMonth.PROPOSED, LockedMonth.CONTENT, EVE, at()),
                new RejectChange(LockedMonth.APPROVED, "a mistake", EVE, at()),
                new CompleteChange(LockedMonth.APPROVED, 1, 0, List.of(), at()));
    }

    private List<Command> network() {
        AccountingPeriod period = system().period();
        AreaId area = system().area(0);
        PointRule next = new PointRule(GasSystem.GAS_DAY, system().interval(), new GasDay("2024-10-01"), 2);
        Tolerance none = new Tolerance(period, BigDecimal.ZERO, BigDecimal.ZERO, Energy.ZERO);
        return List.of(
                new EstablishNetwork(system().network(), system().group(), "Another", system().accounts(), EVE, at()),
                new AddArea(system().network(), new AreaId("locked-a1"), EVE, at()),
                new AddContract(system().network(), area, new ContractId("locked-a0-s9"), EVE, at()),
                new PinRoster(system().network(), system().close(), 2, at()),
                new EstablishArea(area, system().network(), "Another", none, EVE, at()),
                new SetTolerance(area, none, EVE, at()),
                new PlacePoint(area, system().point(1), PointRole.STORAGE, next, EVE, at()),
                new PinAreaRoster(area, system().close(), 1, List.of(), at()),
                new CloseAreaConfiguration(area, system().close(), at()),
                new ReopenAreaConfiguration(area, system().close(), 1, at()),
                new ReopenPointConfiguration(system().point(1), system().close(), 1, at()),
                new ClosePointConfiguration(system().point(1), system().close(), at()),
                new ConfigurePoint(system().point(1), area, "Another", PointRole.STORAGE, next, EVE, at()));
    }

    private List<Command> contracts() {
        ContractTerms terms = system().terms(0, 0);
        ContractTerms others = new ContractTerms(
                terms.effectiveFrom(), List.of(), terms.series(), terms.rule(), terms.lookbackDays(), "USD");
        ContractId contract = system().contract(0, 0);
        Map<AccountUse, Account> accounts = Map.of(AccountUse.PAYABLE, new Account("9999", "Elsewhere"));
        return List.of(
                new SignContract(contract, system().shipper(0), system().area(0), others, EVE, at()),
                new AmendContract(contract, others, EVE, at()),
                new PinContract(contract, system().close(), 1, at()),
                new CloseContractTerms(contract, system().close(), at()),
                new ReopenContractTerms(system().contract(0, 0), system().close(), 1, at()),
                new RegisterShipper(system().shipper(0), "Another", EVE, at()),
                new MapAccounts(system().accounts(), accounts, null, EVE, at()),
                new PinAccounts(system().accounts(), system().close(), 1, List.of(), at()),
                new DefineCashOutTable(new CashOutTableId("another"), cashOut(), null, EVE, at()),
                new PinCashOutTable(new CashOutTableId("another"), system().close(), 1, system().shipper(0), at()));
    }

    private static CashOutTiers cashOut() {
        CashOutTier all = new CashOutTier(BigDecimal.ZERO, null, BigDecimal.ONE);
        return new CashOutTiers(List.of(all), List.of(all));
    }

    private List<Command> nominations() {
        NominationMonthId nominated =
                NominationMonthId.of(system().contract(0, 0), system().point(0), system().period());
        NominatedDay day = new NominatedDay(LockedMonth.EXPLAINED, Energy.ofKwh(1), null);
        return List.of(
                new RecordNominations(nominated, NominationKind.NOMINATED, List.of(day), SOURCE, EVE, at()),
                new PinNominations(
                        nominated, system().close(), 1, system().area(0), new NominationUse(true, null), at()),
                new CloseNominations(nominated, system().close(), at()),
                new ReopenNominations(nominated, system().close(), 1, at()));
    }

    private List<Command> prices() {
        Price price = new Price(new BigDecimal("99.99"), "USD");
        return List.of(
                new EstablishPriceSeries(system().series(), "Another", "USD", EVE, at()),
                new RecordPrices(
                        system().series(), List.of(Crew.entry(LockedMonth.EXPLAINED.date(), price)), SOURCE, EVE, at()),
                new PinPrices(system().series(), system().close(), 2, List.of(system().shipper(0)), 0, at()),
                new UnpinPrices(system().series(), system().close(), at()),
                new ReopenPrices(system().series(), system().close(), 1, at()));
    }

    private List<Command> readings() {
        Instant start = GasSystem.GAS_DAY.start(LockedMonth.EXPLAINED);
        Quantity quantity = new Quantity(start, Energy.ofKwh(1), Direction.DELIVERY, "GOOD", 1, "1");
        return List.of(
                new RecordQuantities(
                        system().month(1),
                        LockedMonth.EXPLAINED,
                        system().rule(),
                        List.of(quantity),
                        SOURCE,
                        EVE,
                        at()),
                new EstimateGap(
                        system().month(1),
                        system().rule(),
                        List.of(start),
                        EstimateMethod.STATED,
                        Energy.ofKwh(1),
                        EstimateLimit.standard(),
                        "no reading",
                        EVE,
                        at()),
                new AcceptEstimate(system().month(1), 1, EVE, at()),
                new WithdrawEstimate(system().month(1), 1, "another is known", EVE, at()),
                new NoteRejectedReading(system().month(1), LockedMonth.letter(7), null, "rubbish", at()),
                new ExcludeRejectedReading(system().month(1), LockedMonth.letter(7), EVE, at()),
                new FreezeMeterMonth(
                        system().month(1), system().close(), 2, system().area(0), 1, system().rule(), at()),
                new ThawMeterMonth(system().month(1), system().close(), 2, at()),
                new CloseMeterMonth(system().month(1), system().close(), at()),
                new ReopenMeterMonth(MeterMonthId.of(system().point(0), system().period()), system().close(), 1, at()));
    }

    private List<Command> deadLetters() {
        return List.of(
                month.deadLetter(3),
                new ExcludeDeadLetter(LockedMonth.letter(1), "rubbish", EVE, at()),
                new MarkReplaced(LockedMonth.letter(2), SOURCE, EVE, at()),
                new StartImport(new ImportId("attempt"), SOURCE, "hourly-csv", 1, EVE, at()),
                new FinishImport(new ImportId("running"), ImportCounts.NONE, EVE, at()));
    }
}
