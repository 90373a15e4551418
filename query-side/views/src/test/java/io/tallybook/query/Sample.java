package io.tallybook.query;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationStarted;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputAdded;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceOpened;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceExplained;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableDefined;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseCalendarEvent.CalendarOpened;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseCalendarEvent.HolidaysSet;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.LockRequested;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.MonthFrozen;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ReportIssued;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.SeriesUse;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.LockArea;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.close.ReopenVoice;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.intake.ImportEvent.ImportFinished;
import io.tallybook.messages.intake.ImportEvent.ImportStarted;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOutcomeUnknown;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalRemapped;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalSendingBegun;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.NetworkEvent.NetworkEstablished;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.price.PriceSeriesEvent.PriceSeriesEstablished;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.StatementOpened;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small gas system and the events of its October 2024, as the aggregates would have written them. Long, for it holds every
 * kind of event there is, so that each view has rows.
 */
final class Sample {
    static final CashOutTableId TARIFF = new CashOutTableId("tariff");
    static final CashOutTiers TIERS = new CashOutTiers(
            List.of(
                    new CashOutTier(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE),
                    new CashOutTier(BigDecimal.TEN, null, new BigDecimal("1.1"))),
            List.of(new CashOutTier(BigDecimal.ZERO, null, BigDecimal.ONE)));
    static final Money CASHED_OUT = new Money(new BigDecimal("0.09"), "USD");
    static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    final NetworkId network;
    final CloseGroup group;
    final CloseId close;
    final AreaId area;
    final BalanceId balance;
    final PointId north;
    final PointId city;
    final PointId cavern;
    final ShipperId alpha;
    final ShipperId beta;
    static final LocalDate CHRISTMAS = LocalDate.of(2024, 12, 25);
    static final CloseTerms TERMS = new CloseTerms(
            OCTOBER,
            new Money(new BigDecimal("10000.50"), "USD"),
            new Money(new BigDecimal("90000.00"), "USD"),
            60,
            600,
            new EstimateLimit(new BigDecimal("0.25"), Energy.ofKwh(1_000)),
            30);
    static final List<Holiday> HOLIDAYS = List.of(new Holiday(CHRISTMAS, "Christmas"));
    static final List<OpenImbalance> OPEN_IMBALANCES = List.of(
            new OpenImbalance(new ContractId("owed"), new PointId("border"), Energy.ofKwh(5)),
            new OpenImbalance(new ContractId("owing"), new PointId("border"), Energy.ofKwh(-5)));

    final ContractId alphaContract;
    final ContractId betaContract;
    final SeriesId hub;
    final AccountMapId accounts;
    static final PersonId ANN = new PersonId("ann");
    static final PersonId BEN = new PersonId("ben");
    static final PersonId EVA = new PersonId("eva");
    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final GasDayRule GAS_DAY = new GasDayRule(ZONE, LocalTime.of(6, 0));
    static final PointRule RULE = new PointRule(GAS_DAY, MeasuringInterval.GAS_DAY, new GasDay("2024-01-01"), 1);
    static final Tolerance TOLERANCE = new Tolerance(
            new AccountingPeriod("2024-01"), new BigDecimal("0.5"), new BigDecimal("0.5"), Energy.ofKwh(50));
    final Source first;
    final Source second;
    static final Sha256 HASH = Sha256.of("content");
    static final Price PRICE = new Price(new BigDecimal("2.5"), "USD");

    final Told told;

    Sample(Told told, String name) {
        this.told = told;
        this.network = new NetworkId(name);
        this.group = new CloseGroup(name);
        this.close = CloseId.of(group, OCTOBER);
        this.area = new AreaId(name + "-west");
        this.balance = BalanceId.of(area, OCTOBER);
        this.north = new PointId(name + "-north");
        this.city = new PointId(name + "-city");
        this.cavern = new PointId(name + "-cavern");
        this.alpha = new ShipperId(name + "-alpha");
        this.beta = new ShipperId(name + "-beta");
        this.alphaContract = new ContractId(name + "-alpha-1");
        this.betaContract = new ContractId(name + "-beta-1");
        this.hub = new SeriesId(name + "-hub");
        this.accounts = new AccountMapId(name);
        this.first = new Source(new ImportId(name + "/1"), Sha256.of(name + " first"), "first.json");
        this.second = new Source(new ImportId(name + "/2"), Sha256.of(name + " second"), "second.json");
    }

    /** What the point moves each day: 1,000 kWh in at the north (1,200 on the 10th), 900 out in the city, 80 into the cavern. */
    Energy moved(PointId point, GasDay day) {
        if (point.equals(north)) {
            return Energy.ofKwh(day.value().endsWith("-10") ? 1_200 : 1_000);
        }
        return Energy.ofKwh(point.equals(city) ? 900 : 80);
    }

    Direction direction(PointId point) {
        return point.equals(north) ? Direction.RECEIPT : Direction.DELIVERY;
    }

    static MeterMonthId month(PointId point) {
        return MeterMonthId.of(point, OCTOBER);
    }

    List<DayTotal> days(PointId point) {
        return OCTOBER.days().stream()
                .map(day -> direction(point) == Direction.RECEIPT
                        ? new DayTotal(day, moved(point, day), Energy.ZERO)
                        : new DayTotal(day, Energy.ZERO, moved(point, day)))
                .toList();
    }

    List<PointShare> shares(String share) {
        return List.of(
                new PointShare(north, Direction.RECEIPT, Share.of(share)),
                new PointShare(city, Direction.DELIVERY, Share.of(share)));
    }

    ContractTerms terms(String share) {
        return new ContractTerms(
                new AccountingPeriod("2024-01"), shares(share), hub, NonPriceDayRule.LAST_PUBLISHED, 7, "USD");
    }

    /** Network, area, points, contracts, accounts, prices. */
    Sample system() {
        told.by(network, new NetworkEstablished(network, group, "Denmark", accounts, ANN));
        told.by(area, new AreaEstablished(area, network, "West", TOLERANCE, ANN));
        point(north, "North entry", PointRole.FLOW);
        point(city, "City gate", PointRole.FLOW);
        point(cavern, "Cavern", PointRole.STORAGE);
        told.by(alpha, new ShipperRegistered(alpha, "Alpha Gas", ANN));
        told.by(beta, new ShipperRegistered(beta, "Beta Power", ANN));
        told.by(alphaContract, new ContractSigned(alphaContract, alpha, area, terms("0.6"), 1, ANN));
        told.by(betaContract, new ContractSigned(betaContract, beta, area, terms("0.4"), 1, ANN));
        told.by(accounts, new AccountsMapped(accounts, map(), 1, ANN, null));
        told.by(TARIFF, new CashOutTableDefined(TARIFF, TIERS, 1, ANN, null));
        told.by(hub, new PriceSeriesEstablished(hub, "Henry Hub", "USD", ANN));
        told.by(hub, new PricesRecorded(hub, prices(), first, ANN));
        nominated(alphaContract, OCTOBER, NominationKind.NOMINATED, 700, 1);
        return this;
    }

    /** The same figure every day of the month, as receipts at the north. */
    Sample nominated(ContractId contract, AccountingPeriod period, NominationKind kind, long kwh, int version) {
        NominationMonthId nominated = NominationMonthId.of(contract, north, period);
        told.by(nominated, new NominationsRecorded(nominated, kind, nominatedDays(period, kwh), version, first, ANN));
        return this;
    }

    static List<NominatedDay> nominatedDays(AccountingPeriod period, long kwh) {
        return period.days().stream()
                .map(day -> new NominatedDay(day, Energy.ofKwh(kwh), null))
                .toList();
    }

    private void point(PointId point, String name, PointRole role) {
        told.by(point, new PointConfigured(point, area, name, role, RULE, ANN));
        told.by(area, new PointPlaced(area, point, role, RULE, ANN));
    }

    static Map<AccountUse, Account> map() {
        return Map.of(
                AccountUse.GAS_PURCHASES, new Account("5000", "Gas purchases"),
                AccountUse.PAYABLE, new Account("2000", "Payable"),
                AccountUse.RECEIVABLE, new Account("1200", "Receivable"),
                AccountUse.REVENUE, new Account("4000", "Revenue"));
    }

    /** A price on working days only. */
    private static List<RecordedPrice> prices() {
        return OCTOBER.days().stream()
                .map(GasDay::date)
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .map(day -> new RecordedPrice(day, PRICE, PriceStatus.FINAL, 1, day.getDayOfMonth(), day + ",2.5"))
                .toList();
    }

    /** An import of every day of one point. */
    Sample recorded(PointId... points) {
        for (PointId point : points) {
            OCTOBER.days().forEach(day -> recorded(point, day, moved(point, day), 1, null, first));
        }
        return this;
    }

    Sample recorded(PointId point, GasDay day, Energy energy, int version, @Nullable Energy previous, Source source) {
        told.by(
                month(point),
                new QuantitiesRecorded(
                        month(point),
                        day,
                        RULE,
                        List.of(new RecordedQuantity(quantity(point, day, energy), version, previous)),
                        source,
                        ANN));
        return this;
    }

    Quantity quantity(PointId point, GasDay day, Energy energy) {
        return new Quantity(
                GAS_DAY.start(day),
                energy,
                direction(point),
                "GOOD",
                day.date().getDayOfMonth(),
                "raw of " + point.value());
    }

    /** Opens the calendar and the period; due dates count from the period's end. */
    Sample opened() {
        Instant end = GAS_DAY.end(OCTOBER);
        told.by(
                group,
                new CalendarOpened(
                        group, network, OCTOBER, ZONE, Energy.ZERO, Energy.ZERO, false, "start", ANN, OPEN_IMBALANCES),
                new HolidaysSet(group, 2024, HOLIDAYS, ANN),
                new CloseTermsSet(group, TERMS, ANN),
                new PeriodOpened(group, network, OCTOBER, ZONE, end, false, null, ANN, List.of(CHRISTMAS)));
        told.by(close, new CloseOpened(close, network, 1, end, false, ANN, end, List.of(CHRISTMAS)));
        return this;
    }

    Sample cutoff() {
        told.by(
                close,
                new CutoffDeclared(close, network, 1, ANN),
                new RosterAdded(
                        close, 1, accounts, List.of(new RosterArea(area, List.of(alphaContract, betaContract)))),
                new ContractsComplete(
                        close,
                        1,
                        accounts,
                        List.of(
                                new ShipperContracts(alpha, List.of(alphaContract)),
                                new ShipperContracts(beta, List.of(betaContract))),
                        List.of(new SeriesUse(hub, List.of(alpha, beta), 7))));
        return this;
    }

    Sample frozen(int attempt) {
        told.by(balance, new BalanceOpened(balance, close, attempt, roster(), TOLERANCE));
        List<PointId> points = List.of(cavern, city, north);
        for (PointId point : points) {
            int index = points.indexOf(point);
            told.by(
                    month(point),
                    new MeterMonthFrozen(
                            month(point), close, attempt, area, index, 1, 30, HASH, 31, days(point), List.of(ANN)));
            told.by(
                    balance,
                    new BalanceInputAdded(
                            balance, close, attempt, index, point, 30, HASH, 31, days(point), List.of(ANN)));
        }
        told.by(close, new MonthFrozen(close, attempt, 1, 3, 93));
        return this;
    }

    List<RosterPoint> roster() {
        return List.of(
                new RosterPoint(cavern, PointRole.STORAGE, RULE),
                new RosterPoint(city, PointRole.FLOW, RULE),
                new RosterPoint(north, PointRole.FLOW, RULE));
    }

    List<BalanceDay> balanceDays() {
        return OCTOBER.days().stream().map(this::balanceDay).toList();
    }

    BalanceDay balanceDay(GasDay day) {
        Energy receipts = moved(north, day);
        Energy unaccounted = receipts.minus(Energy.ofKwh(980));
        return new BalanceDay(day, receipts, Energy.ofKwh(900), Energy.ofKwh(80), unaccounted, Energy.ofKwh(50));
    }

    static BalanceTotal balanceMonth() {
        return new BalanceTotal(
                Energy.ofKwh(31_200), Energy.ofKwh(27_900), Energy.ofKwh(2_480), Energy.ofKwh(820), Energy.ofKwh(156));
    }

    Sample calculated(int attempt) {
        told.by(
                balance,
                new SystemBalanceCalculated(
                        balance,
                        close,
                        attempt,
                        balanceDays(),
                        balanceMonth(),
                        List.of(new GasDay("2024-10-10")),
                        true));
        return this;
    }

    Sample explained(@Nullable GasDay day, long kwh) {
        told.by(
                balance,
                new ImbalanceExplained(
                        balance, close, day, Energy.ofKwh(kwh), ImbalanceCause.LINEPACK, "linepack rose", ANN));
        return this;
    }

    Sample balanced(int attempt) {
        told.by(balance, new BalanceAccepted(balance, close, attempt, area, balanceMonth(), 2, HASH, List.of(ANN)));
        told.by(close, new MonthBalanced(close, attempt, balanceMonth(), 2));
        return this;
    }

    Sample allocated(int attempt) {
        for (PointId point : List.of(city, north)) {
            AllocationRunId run = AllocationRunId.of(point, OCTOBER, attempt);
            told.by(
                    run,
                    new AllocationStarted(run, close, area, List.of(alphaContract, betaContract)),
                    new AllocationInputAdded(run, close, 30, HASH, days(point), List.of(ANN)),
                    new ContractSharesAdded(run, close, alphaContract, 1, alpha, at(point, "0.6"), ANN),
                    new ContractSharesAdded(run, close, betaContract, 1, beta, at(point, "0.4"), ANN),
                    new ShareAllocated(run, close, alphaContract, alpha, HASH, part(point, 6), List.of(ANN)),
                    new ShareAllocated(run, close, betaContract, beta, HASH, part(point, 4), List.of(ANN)),
                    new AllocationCompleted(run, close, area, HASH, 2));
        }
        return this;
    }

    List<PointShare> at(PointId point, String share) {
        return shares(share).stream().filter(s -> s.point().equals(point)).toList();
    }

    /** So many tenths of a point's days. */
    List<DayTotal> part(PointId point, int tenths) {
        return days(point).stream()
                .map(day -> new DayTotal(day.day(), tenths(day.receipt(), tenths), tenths(day.delivery(), tenths)))
                .toList();
    }

    private static Energy tenths(Energy energy, int tenths) {
        return new Energy(energy.kwh().multiply(BigDecimal.valueOf(tenths)).movePointLeft(1));
    }

    Sample valued(int attempt) {
        statement(alpha, alphaContract, 6, attempt);
        statement(beta, betaContract, 4, attempt);
        told.by(close, new MonthValued(close, attempt, 2, totals(10)));
        return this;
    }

    private void statement(ShipperId shipper, ContractId contract, int tenths, int attempt) {
        StatementId statement = StatementId.of(shipper, OCTOBER);
        told.by(
                statement,
                new StatementOpened(statement, close, attempt, List.of(contract)),
                valued(statement, contract, city, tenths, attempt),
                valued(statement, contract, north, tenths, attempt),
                cashedOut(statement, contract, attempt),
                new StatementPrepared(
                        statement,
                        close,
                        attempt,
                        shipper,
                        62,
                        totals(tenths),
                        HASH,
                        HASH,
                        List.of("contract|" + contract.value() + "|1"),
                        List.of(ANN)));
    }

    /** Ten parts of a hundred over, at the city: all of it in the first band. */
    private ImbalancesCashedOut cashedOut(StatementId statement, ContractId contract, int attempt) {
        return cashedOut(statement, contract, city, 100, 90, attempt);
    }

    /** The first contract's month at a point, settled as it stands. */
    Sample cashedOut(PointId point, long allocated, long scheduled) {
        StatementId statement = StatementId.of(alpha, OCTOBER);
        told.by(statement, cashedOut(statement, alphaContract, point, allocated, scheduled, 2));
        return this;
    }

    private ImbalancesCashedOut cashedOut(
            StatementId statement, ContractId contract, PointId point, long allocated, long scheduled, int attempt) {
        Energy imbalance = Energy.ofKwh(allocated - scheduled);
        CashOutLine line = new CashOutLine(
                TIERS.dueShipper().getFirst(), imbalance.abs(), imbalance.abs().mmbtu(), CASHED_OUT);
        return new ImbalancesCashedOut(
                statement,
                close,
                attempt,
                AllocationRunId.of(point, OCTOBER, attempt),
                contract,
                point,
                1,
                TARIFF,
                1,
                hub,
                1,
                PRICE,
                List.of(new CashedOut(
                        Direction.RECEIPT,
                        Energy.ofKwh(allocated),
                        Energy.ofKwh(scheduled),
                        imbalance,
                        new BigDecimal("10.0000"),
                        CashOutSide.DUE_SHIPPER,
                        List.of(line))));
    }

    /** Another calendar of the same network that begins with these. */
    Sample opened(List<OpenImbalance> open) {
        CloseGroup other = new CloseGroup(group.value() + "-2");
        told.by(
                other,
                new CalendarOpened(other, network, OCTOBER, ZONE, Energy.ZERO, Energy.ZERO, false, "start", ANN, open));
        return this;
    }

    private VolumesValued valued(StatementId statement, ContractId contract, PointId point, int tenths, int attempt) {
        List<ValuedLine> lines =
                part(point, tenths).stream().map(day -> line(point, day)).toList();
        return new VolumesValued(
                statement, close, attempt, AllocationRunId.of(point, OCTOBER, attempt), contract, point, hub, 1, lines);
    }

    ValuedLine line(PointId point, DayTotal day) {
        Energy energy = day.of(direction(point));
        return new ValuedLine(
                day.day(),
                direction(point),
                energy,
                energy.mmbtu(),
                PRICE,
                day.day().date(),
                null,
                energy.at(PRICE));
    }

    /** The sums of a shipper's lines. */
    StatementTotals totals(int tenths) {
        List<ValuedLine> in =
                part(north, tenths).stream().map(day -> line(north, day)).toList();
        List<ValuedLine> out =
                part(city, tenths).stream().map(day -> line(city, day)).toList();
        return new StatementTotals(energy(in), mmbtu(in), amount(in), energy(out), mmbtu(out), amount(out));
    }

    private static Energy energy(List<ValuedLine> lines) {
        return lines.stream().map(ValuedLine::energy).reduce(Energy.ZERO, Energy::plus);
    }

    private static BigDecimal mmbtu(List<ValuedLine> lines) {
        return lines.stream().map(ValuedLine::mmbtu).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money amount(List<ValuedLine> lines) {
        return lines.stream().map(ValuedLine::amount).reduce(Money.zero("USD"), Money::plus);
    }

    Sample journalled(int attempt) {
        JournalId journal = JournalId.ofClose(close);
        Money money = totals(6).purchases();
        told.by(
                journal,
                new JournalOpened(journal, close, attempt, List.of(alpha, beta), map(), 1, ANN),
                new JournalPrepared(journal, close, attempt, journalLines(money), money, money, 1, HASH, List.of(ANN)));
        told.by(
                close,
                new JournalAdded(close, attempt, HASH, 1, List.of(ANN)),
                new PackReady(close, attempt, pack(attempt), List.of(ANN)));
        return this;
    }

    /** The one flagged line is explained and reviewed at once. */
    Sample variances(int attempt) {
        new SampleVariance(this)
                .said()
                .compared(attempt)
                .flagged(attempt, SampleVariance.FIGURES)
                .explained()
                .reviewed(attempt);
        return this;
    }

    private List<JournalLine> journalLines(Money money) {
        Energy energy = totals(6).receipts();
        Money none = Money.zero("USD");
        return List.of(
                new JournalLine(
                        1,
                        AccountUse.GAS_PURCHASES,
                        new Account("5000", "Gas purchases"),
                        alpha,
                        Direction.RECEIPT,
                        energy,
                        money,
                        none),
                new JournalLine(
                        2,
                        AccountUse.PAYABLE,
                        new Account("2000", "Payable"),
                        alpha,
                        Direction.RECEIPT,
                        energy,
                        none,
                        money));
    }

    static Sha256 pack(int attempt) {
        return Sha256.of("pack " + attempt);
    }

    Sample approved(int level, PersonId by, int attempt) {
        told.by(close, new CloseApproved(close, level, pack(attempt), by));
        return this;
    }

    Sample invalidated(int attempt) {
        told.by(close, new ResultsInvalidated(close, network, attempt, "late data", List.of(city), 1, ANN));
        told.by(month(city), new MeterMonthThawed(month(city), close, attempt));
        return this;
    }

    Sample posted(int attempt) {
        JournalId journal = JournalId.ofClose(close);
        told.by(close, new ApprovalsComplete(close, attempt, pack(attempt), List.of(area), List.of(hub)));
        for (PointId point : List.of(cavern, city, north)) {
            told.by(month(point), new MeterMonthClosed(month(point), close));
        }
        told.by(journal, new JournalPostingRequested(journal, close, attempt, pack(attempt), HASH, List.of()));
        refusedAndRemapped(journal, attempt);
        told.by(close, new JournalPostingConfirmed(close, attempt, pack(attempt), "DOC-1"));
        return this;
    }

    /** The ERP refuses a line; on another account it is posted after a sending whose outcome was not known at first. */
    private void refusedAndRemapped(JournalId journal, int attempt) {
        PostingKey key = PostingKey.of(journal, 2);
        Money money = totals(6).purchases();
        Booked booked = new Booked("DOC-1", 2, money, money, null);
        told.by(
                journal,
                new JournalSendingBegun(journal, close, PostingKey.of(journal, 1), 1, "sap"),
                new JournalPostingFailed(
                        journal, close, "1 line refused", null, List.of(new RefusedLine(1, "account 5000 is closed"))),
                new JournalRemapped(journal, close, key, 2, ANN),
                new JournalPostingRequested(
                        journal, close, attempt, pack(attempt), Sha256.of("remapped"), journalLines(money), key),
                new JournalSendingBegun(journal, close, key, 1, "sap"),
                new JournalOutcomeUnknown(journal, close, key, "the time limit was reached"),
                new JournalPosted(journal, close, "DOC-1", HASH, key, null),
                new JournalReconciliationRequested(journal, close, 1, ANN),
                new JournalReconciled(
                        journal,
                        close,
                        1,
                        "sap",
                        List.of(
                                new KeyCompared(journal.value(), Comparison.NOT_BOOKED, booked, null),
                                new KeyCompared(key.value(), Comparison.AGREES, booked, booked))));
    }

    Sample locked(int attempt) {
        told.by(
                close,
                new ReportIssued(
                        close, new IssuedDocument("journal.csv", "journal-csv", "", "text/csv", 120, HASH, 200)),
                new PackPublished(close, attempt, pack(attempt), 1),
                new LockRequested(close, pack(attempt), EVA));
        told.by(group, new PeriodLocked(group, OCTOBER, pack(attempt), Sha256.of("chain"), EVA));
        told.by(close, new CloseLocked(close, pack(attempt), Sha256.of("chain")));
        return this;
    }

    /** The locked month is asked for, agreed to, taken back and stands open before its cut-off again. */
    Sample reopened(int attempt) {
        told.by(
                group,
                new ReopenRequested(
                        group,
                        OCTOBER,
                        2,
                        ReopenGround.MATERIAL,
                        new Money(new BigDecimal("40000.00"), "USD"),
                        "read tenfold",
                        ANN),
                new ReopenApproved(group, OCTOBER, 2, ReopenVoice.CONTROLLER, EVA),
                new ReopenApproved(group, OCTOBER, 2, ReopenVoice.MEASUREMENT, BEN),
                new PeriodReopened(
                        group,
                        network,
                        OCTOBER,
                        2,
                        ZoneId.of("Europe/Copenhagen"),
                        pack(attempt),
                        null,
                        "read tenfold",
                        ANN,
                        List.of(EVA, BEN),
                        null));
        told.by(
                close,
                new CloseReopened(
                        close,
                        network,
                        2,
                        attempt,
                        attempt + 1,
                        pack(attempt),
                        "DOC-1",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "read tenfold",
                        ANN,
                        Instant.parse("2024-12-01T08:00:00Z")),
                new BlockerReported(close, attempt + 1, CloseStep.POST, "journal", "The ERP is down."));
        return this;
    }

    /** Measurement is soft-locked, one person is let behind it for an hour, and the exception is ended before its time. */
    Sample softLocked() {
        told.by(
                group,
                new SoftLockMoved(group, LockArea.MEASUREMENT, null, OCTOBER.lastDay(), "reviewed", EVA),
                new LockExceptionGranted(
                        group,
                        1,
                        LockArea.MEASUREMENT,
                        ANN,
                        Instant.parse("2024-11-03T08:00:00Z"),
                        "a meter was read wrong",
                        EVA),
                new LockExceptionEnded(group, 1, "done", EVA));
        return this;
    }

    Sample undone(int attempt) {
        told.by(
                JournalId.ofClose(close),
                new JournalPosted(
                        JournalId.ofClose(close),
                        close,
                        "DOC-2",
                        HASH,
                        PostingKey.of(JournalId.ofClose(close), 3),
                        "DOC-1"),
                new JournalReversed(JournalId.ofClose(close), close, 2, "DOC-2", "DOC-1"));
        told.by(close, new ApprovalsInvalidated(close, 2, 2), new CloseUndone(close, 2));
        return this;
    }

    /** Rejected rows of an import: one replaced, one excluded, one open. */
    Sample rejected(PointId point) {
        told.by(first.importId(), new ImportStarted(first.importId(), first, "denmark", 4_711, ANN));
        for (int line = 1; line <= 3; line++) {
            DeadLetterId letter = letter(line);
            told.by(
                    letter,
                    new DeadLetterReceived(
                            letter,
                            first,
                            line,
                            line == 3 ? "BAD_TIME" : "BAD_NUMBER",
                            "not a number",
                            "raw " + line,
                            month(point),
                            GAS_DAY.start(new GasDay("2024-10-0" + line)),
                            ANN));
            told.by(month(point), new RejectedReadingNoted(month(point), letter, null, "not a number"));
        }
        told.by(
                first.importId(),
                new ImportFinished(first.importId(), new ImportCounts(96, 90, 1, 0, 0, 1, 1, 3), ANN));
        return this;
    }

    DeadLetterId letter(int line) {
        return new DeadLetterId(first.file().brief() + "/" + line);
    }

    Sample settled(PointId point) {
        told.by(letter(1), new DeadLetterReplaced(letter(1), second, BEN));
        told.by(month(point), new RejectedReadingReplaced(month(point), letter(1), second, BEN));
        told.by(letter(2), new DeadLetterExcluded(letter(2), month(point), "meter was out", ANN));
        told.by(month(point), new RejectedReadingExcluded(month(point), letter(2), ANN));
        return this;
    }

    Sample late(PointId point, GasDay day, long kwh, Standing standing) {
        Energy known = moved(point, day);
        told.by(
                month(point),
                new LateQuantitiesReceived(
                        month(point),
                        close,
                        standing,
                        day,
                        List.of(new LateQuantity(known, known, quantity(point, day, Energy.ofKwh(kwh)))),
                        second,
                        BEN));
        return this;
    }

    Sample adjusted(PointId point, GasDay day, long oldKwh, long newKwh) {
        AdjustmentId id =
                new AdjustmentId(point.value() + "/" + day + "/" + second.file().brief());
        told.by(
                id,
                new PriorPeriodAdjustmentRaised(
                        id,
                        close,
                        point,
                        day,
                        Energy.ofKwh(oldKwh),
                        Energy.ofKwh(newKwh),
                        Energy.ofKwh(newKwh - oldKwh),
                        second,
                        List.of(),
                        BEN));
        return this;
    }

    Sample tells(Object id, Event... events) {
        told.by(id, events);
        return this;
    }

    /** The close was told that a step was due and is not done. */
    Sample overdue(CloseStep step, String due) {
        return tells(close, new StepsOverdue(close, List.of(new DueStep(step, Instant.parse(due)))));
    }

    Sample escalated(CloseStep step, Escalation level) {
        return tells(close, new StepsEscalated(close, level, List.of(new DueStep(step, Instant.EPOCH))));
    }

    Sample erpSays(ErpPeriodState state) {
        ErpPeriodsId books = ErpPeriodsId.of(group);
        told.by(books, new ErpPeriodTold(books, OCTOBER, state, first, 7, ANN));
        return this;
    }

    /** October from the first import to the lock, with a second attempt in between, then a late publication. */
    Sample wholeMonth() {
        new SampleChange(told, network.value() + "-change")
                .proposed()
                .approved()
                .completed();
        new SampleSource(told, network.value() + "-source").pulls();
        erpSays(ErpPeriodState.OPEN).erpSays(ErpPeriodState.CLOSED);
        new SampleAdjustments(told, network.value()).collected().calculated().booked();
        new SampleWorkpapers(this).point().answered().files().rolledForward();
        return system().opened()
                .rejected(city)
                .recorded(north, city, cavern)
                .settled(city)
                .tells(month(city), new RejectedReadingReplaced(month(city), letter(3), second, BEN))
                .tells(letter(3), new DeadLetterReplaced(letter(3), second, BEN))
                .cutoff()
                .frozen(1)
                .calculated(1)
                .explained(new GasDay("2024-10-10"), 220)
                .explained(null, 820)
                .balanced(1)
                .allocated(1)
                .valued(1)
                .variances(1)
                .journalled(1)
                .approved(1, BEN, 1)
                .late(city, new GasDay("2024-10-05"), 901, Standing.FROZEN)
                .tells(close, new LateQuantitiesNoted(close, city, "second.json"))
                .tells(close, new LateQuantitiesDecided(close, city, LateDecision.THAW, "corrected", ANN))
                .overdue(CloseStep.VALUE, "2024-11-08T23:00:00Z")
                .tells(close, new BlockerReported(close, 1, CloseStep.VALUE, "sum", "The sums differ."))
                .invalidated(2)
                .tells(close, new BlockerReported(close, 2, CloseStep.VALUE, "sum", "The sums differ."))
                .frozen(2)
                .calculated(2)
                .balanced(2)
                .allocated(2)
                .valued(2)
                .variances(2)
                .journalled(2)
                .tells(close, new CloseRejected(close, pack(2), "look again", EVA))
                .approved(1, BEN, 2)
                .approved(2, EVA, 2)
                .posted(2)
                .locked(2)
                .late(city, new GasDay("2024-10-07"), 910, Standing.CLOSED)
                .adjusted(city, new GasDay("2024-10-07"), -900, -910);
    }
}
