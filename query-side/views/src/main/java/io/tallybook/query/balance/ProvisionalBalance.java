package io.tallybook.query.balance;

import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.migrations.jooq.tables.records.ViewDayTotalRecord;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the days recorded so far come to; the figures a close would take if nothing more came. */
final class ProvisionalBalance {
    private final DSLContext db;
    private final NetworkQueries network;

    ProvisionalBalance(DSLContext db, NetworkQueries network) {
        this.db = db;
        this.network = network;
    }

    /** Sums of one day and role. */
    private record DaySum(GasDay day, PointRole role, Energy receipt, Energy delivery, int recorded, long position) {
        Energy out() {
            return delivery.minus(receipt);
        }
    }

    /** The balances of these areas in their order, each table asked once. */
    List<BalanceView> of(List<AreaView> areas, AccountingPeriod period, Map<AreaId, List<ExplanationView>> given) {
        if (areas.isEmpty()) {
            return List.of();
        }
        Map<AreaId, Map<GasDay, List<DaySum>>> sums = sums(areas, period, period);
        Map<AreaId, Map<PointRule, Integer>> rules = rules(areas.getFirst().network());
        return areas.stream()
                .map(area -> of(
                        area,
                        period,
                        sums.getOrDefault(area.area(), Map.of()),
                        rules.getOrDefault(area.area(), Map.of()),
                        given.getOrDefault(area.area(), List.of())))
                .toList();
    }

    private static BalanceView of(
            AreaView area,
            AccountingPeriod period,
            Map<GasDay, List<DaySum>> sums,
            Map<PointRule, Integer> rules,
            List<ExplanationView> given) {
        Tolerance tolerance = area.tolerance(period);
        List<BalanceDayView> days = sums.entrySet().stream()
                .map(e -> day(e.getKey(), e.getValue(), tolerance, rules, given))
                .toList();
        BalanceTotal month = total(days.stream().map(BalanceDayView::figures).toList(), tolerance);
        ExplanationView explanation =
                month.withinTolerance() ? null : ExplanationReader.standing(given, null, month.unaccounted());
        boolean monthOpen = !month.withinTolerance() && explanation == null;
        return new BalanceView(
                BalanceId.of(area.area(), period),
                area.name(),
                null,
                0,
                BalanceStanding.PROVISIONAL,
                tolerance,
                days,
                month,
                monthOpen,
                explanation,
                (int) days.stream().filter(BalanceDayView::unexplained).count() + (monthOpen ? 1 : 0),
                null,
                null,
                days.isEmpty() ? null : days.getLast().figures().day(),
                sums.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(DaySum::position)
                        .max()
                        .orElse(0));
    }

    /** How many points of each area follow each rule; points of one rule expect the same, whatever their versions. */
    private Map<AreaId, Map<PointRule, Integer>> rules(NetworkId all) {
        return network.points(all).stream()
                .collect(Collectors.groupingBy(
                        PointView::area, Collectors.toMap(ProvisionalBalance::unversioned, p -> 1, Integer::sum)));
    }

    private static PointRule unversioned(PointView point) {
        PointRule rule = point.rule();
        return new PointRule(rule.gasDay(), rule.interval(), rule.inForceFrom(), 1);
    }

    private Map<AreaId, Map<GasDay, List<DaySum>>> sums(
            List<AreaView> areas, AccountingPeriod first, AccountingPeriod last) {
        Map<AreaId, Map<GasDay, List<DaySum>>> sums = new HashMap<>();
        db.select(
                        VIEW_POINT.AREA,
                        VIEW_DAY_TOTAL.DAY,
                        VIEW_POINT.ROLE,
                        DSL.sum(VIEW_DAY_TOTAL.RECEIPT_KWH),
                        DSL.sum(VIEW_DAY_TOTAL.DELIVERY_KWH),
                        DSL.sum(DSL.least(VIEW_DAY_TOTAL.RECORDED, VIEW_DAY_TOTAL.EXPECTED)),
                        DSL.max(VIEW_DAY_TOTAL.POSITION))
                .from(VIEW_DAY_TOTAL)
                .join(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_DAY_TOTAL.POINT))
                .where(VIEW_POINT.AREA.eq(DSL.any(BalanceReader.ids(areas))))
                .and(VIEW_POINT.PLACED)
                .and(VIEW_DAY_TOTAL.EXPECTED.gt(0))
                .and(VIEW_DAY_TOTAL.DAY.between(
                        first.firstDay().date(), last.lastDay().date()))
                .groupBy(VIEW_POINT.AREA, VIEW_DAY_TOTAL.DAY, VIEW_POINT.ROLE)
                .forEach(row -> {
                    GasDay day = GasDay.of(row.value2());
                    sums.computeIfAbsent(new AreaId(row.value1()), k -> new TreeMap<>())
                            .computeIfAbsent(day, k -> new ArrayList<>())
                            .add(new DaySum(
                                    day,
                                    PointRole.valueOf(row.value3()),
                                    new Energy(row.value4()),
                                    new Energy(row.value5()),
                                    row.value6().intValue(),
                                    row.value7()));
                });
        return sums;
    }

    private static BalanceDayView day(
            GasDay day,
            List<DaySum> sums,
            Tolerance tolerance,
            Map<PointRule, Integer> rules,
            List<ExplanationView> given) {
        BalanceDay figures = figures(day, sums, tolerance);
        int expected = rules.entrySet().stream()
                .mapToInt(e -> e.getKey().recordsIn(day) * e.getValue())
                .sum();
        int recorded = sums.stream().mapToInt(DaySum::recorded).sum();
        ExplanationView explanation =
                figures.withinTolerance() ? null : ExplanationReader.standing(given, day, figures.unaccounted());
        return new BalanceDayView(
                figures, recorded >= expected, !figures.withinTolerance() && explanation == null, explanation);
    }

    private static BalanceDay figures(GasDay day, List<DaySum> sums, Tolerance tolerance) {
        Energy receipts = sum(sums, PointRole.FLOW::equals, DaySum::receipt);
        Energy deliveries = sum(sums, PointRole.FLOW::equals, DaySum::delivery);
        // −(published value): what storage delivers into the system leaves storage
        Energy fuel = sum(sums, PointRole.FUEL::equals, DaySum::out);
        Energy storageChange = sum(sums, PointRole::keeps, DaySum::out);
        return new BalanceDay(
                day,
                receipts,
                deliveries,
                fuel,
                storageChange,
                receipts.minus(deliveries).minus(fuel).minus(storageChange),
                allowed(tolerance.dayPercent(), receipts, tolerance));
    }

    private static Energy sum(List<DaySum> sums, Predicate<PointRole> roles, Function<DaySum, Energy> figure) {
        return sums.stream().filter(s -> roles.test(s.role())).map(figure).reduce(Energy.ZERO, Energy::plus);
    }

    private static BalanceTotal total(List<BalanceDay> days, Tolerance tolerance) {
        Energy receipts = days.stream().map(BalanceDay::receipts).reduce(Energy.ZERO, Energy::plus);
        return new BalanceTotal(
                receipts,
                days.stream().map(BalanceDay::deliveries).reduce(Energy.ZERO, Energy::plus),
                days.stream().map(BalanceDay::burnt).reduce(Energy.ZERO, Energy::plus),
                days.stream().map(BalanceDay::storageChange).reduce(Energy.ZERO, Energy::plus),
                days.stream().map(BalanceDay::unaccounted).reduce(Energy.ZERO, Energy::plus),
                allowed(tolerance.monthPercent(), receipts, tolerance));
    }

    /** The larger of percent of receipts and floor, as {@link BalanceDay#tolerance()} says. */
    private static Energy allowed(BigDecimal percent, Energy receipts, Tolerance tolerance) {
        BigDecimal share = percent.multiply(receipts.kwh()).movePointLeft(2).setScale(6, RoundingMode.HALF_UP);
        Energy allowed = new Energy(share);
        return allowed.compareTo(tolerance.floor()) >= 0 ? allowed : tolerance.floor();
    }

    List<TrendMonth> trend(AreaView area, AccountingPeriod first, AccountingPeriod last) {
        Map<AccountingPeriod, List<BalanceDay>> months = new TreeMap<>();
        sums(List.of(area), first, last).getOrDefault(area.area(), Map.of()).forEach((day, sums) -> {
            AccountingPeriod period = AccountingPeriod.of(day);
            months.computeIfAbsent(period, k -> new ArrayList<>()).add(figures(day, sums, area.tolerance(period)));
        });
        return months.entrySet().stream()
                .map(e -> new TrendMonth(
                        e.getKey(), BalanceStanding.PROVISIONAL, total(e.getValue(), area.tolerance(e.getKey()))))
                .toList();
    }

    List<BalanceInputView> inputs(BalanceId balance) {
        AccountingPeriod period = balance.period();
        List<PointView> points = network.points(balance.area());
        Map<String, List<ViewDayTotalRecord>> days = db.selectFrom(VIEW_DAY_TOTAL)
                .where(VIEW_DAY_TOTAL.POINT.in(
                        points.stream().map(p -> p.point().value()).toList()))
                .and(VIEW_DAY_TOTAL.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .and(VIEW_DAY_TOTAL.EXPECTED.gt(0))
                .orderBy(VIEW_DAY_TOTAL.DAY)
                .fetchGroups(VIEW_DAY_TOTAL.POINT, row -> row.into(VIEW_DAY_TOTAL));
        return points.stream()
                .map(p -> input(p, days.getOrDefault(p.point().value(), List.of())))
                .toList();
    }

    private static BalanceInputView input(PointView point, List<ViewDayTotalRecord> rows) {
        List<DayTotal> days = rows.stream()
                .map(r -> new DayTotal(
                        GasDay.of(r.getDay()), new Energy(r.getReceiptKwh()), new Energy(r.getDeliveryKwh())))
                .toList();
        return new BalanceInputView(
                point.point(),
                point.name(),
                point.role(),
                rows.stream().mapToInt(ViewDayTotalRecord::getRecorded).sum(),
                -1,
                null,
                days.stream().map(DayTotal::receipt).reduce(Energy.ZERO, Energy::plus),
                days.stream().map(DayTotal::delivery).reduce(Energy.ZERO, Energy::plus),
                days,
                rows.stream().mapToLong(ViewDayTotalRecord::getPosition).max().orElse(0));
    }
}
