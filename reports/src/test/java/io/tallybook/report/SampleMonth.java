package io.tallybook.report;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.statement.ValuedLine;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.Approval;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.ContractMonth;
import io.tallybook.report.pack.CloseMonth.Decision;
import io.tallybook.report.pack.CloseMonth.Exclusion;
import io.tallybook.report.pack.CloseMonth.Explanation;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.pack.CloseMonth.StepDone;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.tieout.EventFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generated month, consistent to the last kWh: points of one area, three shippers, prices on weekdays only. Long, for it
 * computes every figure of a pack once more by itself.
 */
public final class SampleMonth {
    public static final AccountingPeriod PERIOD = new AccountingPeriod("2024-10");
    public static final AreaId AREA = new AreaId("dk");
    private static final SeriesId SERIES = new SeriesId("henry-hub");
    private static final Instant ISSUED = Instant.parse("2024-11-08T10:12:13.123Z");
    private static final PersonId CARLA = new PersonId("carla");
    private static final List<String> SHIPPERS = List.of("nordgas", "oresund", "vestkraft");
    private static final List<String> SHARES = List.of("0.50000000", "0.33333333", "0.16666667");
    private static final String USD = "USD";

    private final Random random;
    private final int decimals;
    private final int flowPoints;
    private @Nullable AllocationRule rule;
    private List<CashOutView> cashOuts = List.of();

    private SampleMonth(long seed, int flowPoints, int decimals) {
        this.random = new Random(seed);
        this.flowPoints = flowPoints;
        this.decimals = decimals;
    }

    /** Seven flow points and a storage, whole kWh. */
    public static CloseMonth of(long seed) {
        return new SampleMonth(seed, 7, 0).month();
    }

    /** The same figures, every share found by rank. */
    public static CloseMonth byRank(long seed) {
        SampleMonth sample = new SampleMonth(seed, 7, 0);
        sample.rule = new AllocationRule(AllocationMethod.RANKED, 1, false, false, null);
        return sample.month();
    }

    /** The month accrued before its close, every shipper's purchases and sales at that amount. */
    public static CloseMonth accrued(CloseMonth month, String amount) {
        List<AccrualMonth.Line> lines = month.statements().stream()
                .map(statement -> new AccrualMonth.Line(
                        statement.shipper(),
                        new BigDecimal(amount),
                        statement.sum(Direction.RECEIPT).amount(),
                        new BigDecimal(amount),
                        statement.sum(Direction.DELIVERY).amount(),
                        29,
                        2,
                        "as agreed"))
                .toList();
        JournalMonth journal = month.journal();
        return new CloseMonth(
                month.head(),
                month.steps(),
                month.approvals(),
                month.contributors(),
                month.areas(),
                month.contracts(),
                month.statements(),
                new JournalMonth(
                        journal.journal(),
                        journal.currency(),
                        journal.lines(),
                        journal.contentHash(),
                        journal.documentNumber(),
                        new AccrualMonth(new JournalId("dk/2024-10/FLASH/1"), PERIOD.next(), lines)),
                month.explanations(),
                month.exclusions(),
                month.decisions(),
                month.events());
    }

    /** The same figures, and imbalances of the first shipper cashed out by hand. */
    public static CloseMonth cashedOut(long seed) {
        SampleMonth sample = new SampleMonth(seed, 7, 0);
        sample.cashOuts = List.of(
                cashOut(
                        Direction.RECEIPT,
                        18_600_000,
                        15_810_000,
                        CashOutSide.DUE_SHIPPER,
                        band("0", "10", "1", 1_860_000, "14318.71"),
                        band("10", "15", "0.9", 930_000, "6443.42")),
                cashOut(
                        Direction.DELIVERY,
                        20_460_000,
                        17_391_000,
                        CashOutSide.DUE_PIPELINE,
                        band("0", "10", "1", 2_046_000, "15750.58"),
                        band("10", null, "1.1", 1_023_000, "8662.82")));
        return sample.month();
    }

    private static CashOutLine band(String above, @Nullable String upTo, String factor, long kwh, String amount) {
        Energy energy = Energy.ofKwh(kwh);
        CashOutTier tier = new CashOutTier(
                new BigDecimal(above), upTo == null ? null : new BigDecimal(upTo), new BigDecimal(factor));
        return new CashOutLine(tier, energy, energy.mmbtu(), new Money(new BigDecimal(amount), USD));
    }

    private static CashOutView cashOut(
            Direction way, long allocated, long scheduled, CashOutSide side, CashOutLine... lines) {
        Energy of = Energy.ofKwh(allocated);
        Energy less = Energy.ofKwh(scheduled);
        return new CashOutView(
                new ContractId("gas-nordgas"),
                new PointId("ellund"),
                "Ellund",
                new CashedOut(way, of, less, of.minus(less), new BigDecimal("15.0000"), side, List.of(lines)),
                new Price(new BigDecimal("2.256129"), USD),
                AllocationRunId.of(new PointId("ellund"), PERIOD, 1),
                1,
                new CashOutTableId("ozark"),
                1,
                SERIES,
                3,
                7);
    }

    /** The month with one journal of adjustments to the month before, of that amount. */
    public static CloseMonth adjusted(CloseMonth month, String amount) {
        JournalMonth journal = month.journal();
        JournalId before = new JournalId("dk/2024-09/CLOSE/1");
        Money more = new Money(new BigDecimal(amount), USD);
        Money none = Money.zero(USD);
        List<JournalLine> lines = List.of(
                new JournalLine(
                        1,
                        AccountUse.PPA_GAS_PURCHASES,
                        new Account("5019", "Purchases, prior periods"),
                        journal.lines().getFirst().shipper(),
                        Direction.RECEIPT,
                        Energy.ofKwh(500),
                        more,
                        none,
                        new AdjustedLine(new PackageId("dk/1"), before, 1)),
                new JournalLine(
                        2,
                        AccountUse.PPA_PAYABLE,
                        new Account("2019", "Payable, prior periods"),
                        journal.lines().getFirst().shipper(),
                        Direction.RECEIPT,
                        Energy.ofKwh(500),
                        none,
                        more,
                        new AdjustedLine(new PackageId("dk/1"), before, 2)));
        return new CloseMonth(
                month.head(),
                month.steps(),
                month.approvals(),
                month.contributors(),
                month.areas(),
                month.contracts(),
                month.statements(),
                new JournalMonth(
                        journal.journal(),
                        journal.currency(),
                        journal.lines(),
                        journal.contentHash(),
                        journal.documentNumber(),
                        journal.accrual(),
                        List.of(new JournalMonth.Adjustment(new JournalId("dk/2024-10/PPA/1"), lines, "ERP-000018"))),
                month.explanations(),
                month.exclusions(),
                month.decisions(),
                month.events());
    }

    public static CloseMonth of(long seed, int flowPoints, int decimals) {
        return new SampleMonth(seed, flowPoints, decimals).month();
    }

    private CloseMonth month() {
        AreaMonth area = area();
        List<ContractMonth> contracts = contracts(area);
        List<StatementMonth> statements = contracts.stream()
                .map(c -> statement(c, area, contracts))
                .map(this::settled)
                .toList();
        JournalMonth journal = journal(statements);
        return new CloseMonth(
                head(),
                Stream.of(CloseStep.values())
                        .limit(12)
                        .map(s -> new StepDone(s, ISSUED.minusSeconds(3600L * (12 - s.ordinal())), CARLA))
                        .toList(),
                List.of(
                        new Approval(1, new PersonId("anna"), ISSUED.minusSeconds(7200)),
                        new Approval(2, new PersonId("bent"), ISSUED.minusSeconds(3600))),
                List.of(CARLA, new PersonId("erik")),
                List.of(area),
                contracts,
                statements,
                journal,
                explanations(area),
                List.of(new Exclusion(
                        "4f1d2c3b5a69/17", new PointId("p1"), ISSUED, "=1+1 read twice at the meter", CARLA, ISSUED)),
                List.of(new Decision(
                        new PointId("p2"), "Left for adjustment", "came after the first approval", CARLA, ISSUED)),
                events(area, statements, journal));
    }

    private static PackHead head() {
        return new PackHead(
                CloseId.of(new io.tallybook.messages.CloseGroup("dk"), PERIOD),
                "Danish gas system",
                1,
                1,
                Sha256.of("pack"),
                48_213,
                ISSUED,
                ZoneId.of("Europe/Copenhagen"),
                true);
    }

    private AreaMonth area() {
        List<PointMonth> points = new ArrayList<>();
        for (int i = 1; i <= flowPoints; i++) {
            boolean both = i == 2;
            Direction usual = i % 2 == 0 ? Direction.DELIVERY : Direction.RECEIPT;
            points.add(point(
                    "p" + i, PointRole.FLOW, d -> both && d.date().getDayOfMonth() % 3 == 0 ? flip(usual) : usual));
        }
        points.add(point(
                "storage",
                PointRole.STORAGE,
                d -> d.date().getDayOfMonth() % 2 == 0 ? Direction.RECEIPT : Direction.DELIVERY));
        points.add(point("pipes", PointRole.LINEPACK, d -> Direction.DELIVERY));
        points.add(point("compressor", PointRole.FUEL, d -> Direction.DELIVERY));
        Tolerance tolerance =
                new Tolerance(PERIOD, new BigDecimal("10"), new BigDecimal("5"), Energy.ofMmbtu(new BigDecimal("250")));
        List<BalanceDay> days =
                PERIOD.days().stream().map(d -> day(d, points, tolerance)).toList();
        Energy receipts = sum(days, BalanceDay::receipts);
        return new AreaMonth(
                AREA,
                "Denmark",
                tolerance,
                points,
                days,
                new BalanceTotal(
                        receipts,
                        sum(days, BalanceDay::deliveries),
                        sum(days, BalanceDay::burnt),
                        sum(days, BalanceDay::storageChange),
                        sum(days, BalanceDay::unaccounted),
                        allowed(tolerance.monthPercent(), receipts, tolerance.floor())));
    }

    private static Direction flip(Direction direction) {
        return direction == Direction.RECEIPT ? Direction.DELIVERY : Direction.RECEIPT;
    }

    private PointMonth point(String id, PointRole role, Function<GasDay, Direction> way) {
        List<DayTotal> days = PERIOD.days().stream()
                .map(d -> {
                    Energy energy = new Energy(
                            BigDecimal.valueOf(random.nextLong(1, 400_000_000L)).movePointLeft(decimals));
                    return way.apply(d) == Direction.RECEIPT
                            ? new DayTotal(d, energy, Energy.ZERO)
                            : new DayTotal(d, Energy.ZERO, energy);
                })
                .toList();
        return new PointMonth(new PointId(id), "Point " + id, role, days);
    }

    private static BalanceDay day(GasDay day, List<PointMonth> points, Tolerance tolerance) {
        Energy receipts = total(day, points, PointRole.FLOW::equals, DayTotal::receipt);
        Energy deliveries = total(day, points, PointRole.FLOW::equals, DayTotal::delivery);
        Energy fuel = total(day, points, PointRole.FUEL::equals, d -> d.signed().negate());
        Energy stored = total(day, points, PointRole::keeps, d -> d.signed().negate());
        return new BalanceDay(
                day,
                receipts,
                deliveries,
                fuel,
                stored,
                receipts.minus(deliveries).minus(fuel).minus(stored),
                allowed(tolerance.dayPercent(), receipts, tolerance.floor()));
    }

    private static Energy total(
            GasDay day, List<PointMonth> points, Predicate<PointRole> roles, Function<DayTotal, Energy> side) {
        return points.stream()
                .filter(p -> roles.test(p.role()))
                .flatMap(p -> p.days().stream())
                .filter(d -> d.day().equals(day))
                .map(side)
                .reduce(Energy.ZERO, Energy::plus);
    }

    private static Energy allowed(BigDecimal percent, Energy receipts, Energy floor) {
        Energy part =
                new Energy(percent.multiply(receipts.kwh()).movePointLeft(2).setScale(6, RoundingMode.HALF_UP));
        return part.compareTo(floor) >= 0 ? part : floor;
    }

    private static <T> Energy sum(List<T> items, Function<T, Energy> figure) {
        return items.stream().map(figure).reduce(Energy.ZERO, Energy::plus);
    }

    private List<ContractMonth> contracts(AreaMonth area) {
        return IntStream.range(0, SHIPPERS.size())
                .mapToObj(i -> new ContractMonth(
                        new ContractId("gas-" + SHIPPERS.get(i)),
                        new ShipperId(SHIPPERS.get(i)),
                        1,
                        flows(area)
                                .flatMap(p -> Stream.of(Direction.values())
                                        .map(d -> new PointShare(p.point(), d, Share.of(SHARES.get(i)), rule)))
                                .toList()))
                .toList();
    }

    private static Stream<PointMonth> flows(AreaMonth area) {
        return area.points().stream().filter(p -> p.role() == PointRole.FLOW);
    }

    private static StatementMonth statement(ContractMonth contract, AreaMonth area, List<ContractMonth> all) {
        List<ValuedPoint> points = flows(area)
                .map(p -> new ValuedPoint(
                        contract.contract(),
                        p.point(),
                        p.name(),
                        SERIES,
                        3,
                        p.days().stream()
                                .flatMap(d -> Stream.of(Direction.values())
                                        .filter(w -> d.of(w).signum() != 0)
                                        .map(w -> line(d, w, split(d.of(w), all.indexOf(contract)))))
                                .toList()))
                .toList();
        String id = contract.shipper().value();
        String name = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1) + " A/S";
        return new StatementMonth(contract.shipper(), name, USD, points, List.of(), Sha256.of(id));
    }

    private StatementMonth settled(StatementMonth s) {
        return s.shipper().value().equals(SHIPPERS.getFirst())
                ? new StatementMonth(s.shipper(), s.name(), s.currency(), s.points(), cashOuts, s.contentHash())
                : s;
    }

    /** Largest remainder, written down once more on its own. */
    private static Energy split(Energy measured, int index) {
        int scale = measured.kwh().scale();
        List<BigDecimal> exact = SHARES.stream()
                .map(s -> measured.kwh().multiply(new BigDecimal(s)))
                .toList();
        List<BigDecimal> whole =
                exact.stream().map(e -> e.setScale(scale, RoundingMode.DOWN)).toList();
        BigDecimal left = measured.kwh().subtract(whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> order = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> whole.get(i).subtract(exact.get(i))))
                .toList();
        boolean gets = order.indexOf(index) < left.movePointRight(scale).intValueExact();
        return new Energy(whole.get(index).add(gets ? BigDecimal.ONE.movePointLeft(scale) : BigDecimal.ZERO));
    }

    private static ValuedLine line(DayTotal day, Direction direction, Energy energy) {
        LocalDate date = day.day().date();
        LocalDate priceDay = date;
        while (priceDay.getDayOfWeek() == DayOfWeek.SATURDAY || priceDay.getDayOfWeek() == DayOfWeek.SUNDAY) {
            priceDay = priceDay.minusDays(1);
        }
        Price price = new Price(new BigDecimal("2.05").add(BigDecimal.valueOf(priceDay.getDayOfMonth() * 3L, 2)), USD);
        return new ValuedLine(
                day.day(),
                direction,
                energy,
                energy.mmbtu(),
                price,
                priceDay,
                priceDay.equals(date) ? null : NonPriceDayRule.LAST_PUBLISHED,
                energy.at(price));
    }

    private static JournalMonth journal(List<StatementMonth> statements) {
        List<JournalLine> lines = new ArrayList<>();
        for (StatementMonth statement : statements) {
            for (Direction direction : Direction.values()) {
                boolean in = direction == Direction.RECEIPT;
                add(lines, statement, direction, in ? AccountUse.GAS_PURCHASES : AccountUse.RECEIVABLE, true);
                add(lines, statement, direction, in ? AccountUse.PAYABLE : AccountUse.REVENUE, false);
            }
            if (!statement.cashOuts().isEmpty()) {
                StatementMonth.Sum over = statement.cashOut(CashOutSide.DUE_SHIPPER);
                StatementMonth.Sum under = statement.cashOut(CashOutSide.DUE_PIPELINE);
                add(lines, statement, Direction.RECEIPT, AccountUse.IMBALANCE_PURCHASES, true, over);
                add(lines, statement, Direction.RECEIPT, AccountUse.IMBALANCE_PAYABLE, false, over);
                add(lines, statement, Direction.DELIVERY, AccountUse.IMBALANCE_RECEIVABLE, true, under);
                add(lines, statement, Direction.DELIVERY, AccountUse.IMBALANCE_REVENUE, false, under);
            }
        }
        return new JournalMonth(new JournalId("dk/2024-10/CLOSE/1"), USD, lines, Sha256.of("journal"), "ERP-000017");
    }

    private static void add(
            List<JournalLine> lines, StatementMonth statement, Direction direction, AccountUse use, boolean debit) {
        add(lines, statement, direction, use, debit, statement.sum(direction));
    }

    private static void add(
            List<JournalLine> lines,
            StatementMonth statement,
            Direction direction,
            AccountUse use,
            boolean debit,
            StatementMonth.Sum sum) {
        Money amount = new Money(sum.amount(), USD);
        lines.add(new JournalLine(
                lines.size() + 1,
                use,
                new Account("4" + use.ordinal() + "10", "Account of " + use.ordinal()),
                statement.shipper(),
                direction,
                sum.energy(),
                debit ? amount : Money.zero(USD),
                debit ? Money.zero(USD) : amount));
    }

    private static List<Explanation> explanations(AreaMonth area) {
        Stream<Explanation> days = area.days().stream()
                .filter(d -> !d.withinTolerance())
                .map(d -> new Explanation(
                        AREA,
                        d.day(),
                        d.unaccounted(),
                        ImbalanceCause.UNEXPLAINED,
                        "accepted without known cause",
                        CARLA,
                        ISSUED));
        Stream<Explanation> month = area.month().withinTolerance()
                ? Stream.of()
                : Stream.of(new Explanation(
                        AREA,
                        null,
                        area.month().unaccounted(),
                        ImbalanceCause.LINEPACK,
                        "-linepack not metered",
                        CARLA,
                        ISSUED));
        return Stream.concat(days, month).toList();
    }

    private static CashOutTotals settledByHand() {
        return new CashOutTotals(
                Energy.ofKwh(2_790_000),
                new Money(new BigDecimal("20762.13"), USD),
                Energy.ofKwh(3_069_000),
                new Money(new BigDecimal("24413.40"), USD));
    }

    private static EventFigures events(AreaMonth area, List<StatementMonth> statements, JournalMonth journal) {
        BalanceTotal month = area.month();
        return new EventFigures(
                48_200,
                List.of(EventFigures.Area.of(AREA, month, 0)),
                statements.stream()
                        .map(s -> new EventFigures.Shipper(
                                s.shipper(),
                                s.sum(Direction.RECEIPT).energy(),
                                s.sum(Direction.RECEIPT).amount(),
                                s.sum(Direction.DELIVERY).energy(),
                                s.sum(Direction.DELIVERY).amount(),
                                s.cashOuts().isEmpty() ? null : settledByHand()))
                        .toList(),
                new EventFigures.Journal(
                        sum(statements, s -> s.sum(Direction.RECEIPT).energy()),
                        sum(statements, s -> s.sum(Direction.DELIVERY).energy()),
                        journal.debits(),
                        journal.credits()));
    }
}
