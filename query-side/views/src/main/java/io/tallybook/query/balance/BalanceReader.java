package io.tallybook.query.balance;

import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE;
import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE_DAY;
import static io.tallybook.migrations.jooq.Tables.VIEW_BALANCE_INPUT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.migrations.jooq.tables.records.ViewBalanceDayRecord;
import io.tallybook.migrations.jooq.tables.records.ViewBalanceInputRecord;
import io.tallybook.migrations.jooq.tables.records.ViewBalanceRecord;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.query.projection.Columns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads balances: what the log calculated, else what the recorded days so far come to. */
final class BalanceReader implements BalanceQueries {
    static final int MOST_MONTHS = 60;

    private final DSLContext db;
    private final NetworkQueries network;
    private final ProvisionalBalance provisional;
    private final ExplanationReader explanations;

    BalanceReader(DSLContext db, NetworkQueries network) {
        this.db = db;
        this.network = network;
        this.provisional = new ProvisionalBalance(db, network);
        this.explanations = new ExplanationReader(db);
    }

    @Override
    public Optional<BalanceView> balance(BalanceId balance) {
        return network.area(balance.area())
                .map(area -> of(List.of(area), balance.period()).getFirst());
    }

    @Override
    public Optional<BalanceView> provisional(BalanceId balance) {
        return network.area(balance.area()).map(area -> {
            List<AreaView> one = List.of(area);
            return provisional
                    .of(one, balance.period(), explanations.of(one, balance.period()))
                    .getFirst();
        });
    }

    @Override
    public List<BalanceView> ofNetwork(NetworkId id, AccountingPeriod period) {
        return of(network.areas(id), period);
    }

    /** The balances of these areas in their order, each table asked once. */
    private List<BalanceView> of(List<AreaView> areas, AccountingPeriod period) {
        Map<AreaId, List<ExplanationView>> given = explanations.of(areas, period);
        Map<AreaId, BalanceView> found = calculated(areas, period, given).stream()
                .collect(Collectors.toMap(b -> b.balance().area(), b -> b));
        List<AreaView> open =
                areas.stream().filter(a -> !found.containsKey(a.area())).toList();
        provisional
                .of(open, period, given)
                .forEach(soFar -> found.put(soFar.balance().area(), soFar));
        return areas.stream().map(a -> found.get(a.area())).toList();
    }

    @Override
    public List<BalanceView> ofClose(CloseId closeId) {
        Optional<AreaView> any = db.select(VIEW_BALANCE.AREA)
                .from(VIEW_BALANCE)
                .where(VIEW_BALANCE.CLOSE_ID.eq(closeId.value()))
                .limit(1)
                .fetchOptional(row -> new AreaId(row.value1()))
                .flatMap(network::area);
        return any
                .map(area -> network.areas(area.network()))
                .map(areas -> calculated(areas, closeId.period(), explanations.of(areas, closeId.period())))
                .orElse(List.of())
                .stream()
                .filter(balance -> closeId.equals(balance.closeId()))
                .toList();
    }

    @Override
    public List<ExplanationView> explanations(BalanceId balance) {
        return network.area(balance.area())
                .map(area -> explanations.of(List.of(area), balance.period()).getOrDefault(balance.area(), List.of()))
                .orElse(List.of());
    }

    private List<BalanceView> calculated(
            List<AreaView> areas, AccountingPeriod period, Map<AreaId, List<ExplanationView>> given) {
        Map<AreaId, AreaView> byId = areas.stream().collect(Collectors.toMap(AreaView::area, a -> a));
        Map<AreaId, List<ViewBalanceDayRecord>> days = days(areas, period);
        return db.selectFrom(VIEW_BALANCE)
                .where(VIEW_BALANCE.AREA.eq(DSL.any(ids(areas))))
                .and(VIEW_BALANCE.PERIOD.eq(period.value()))
                .and(VIEW_BALANCE.RECEIPTS.isNotNull())
                .orderBy(VIEW_BALANCE.AREA)
                .fetch(row -> {
                    AreaId id = new AreaId(row.getArea());
                    return calculated(
                            Objects.requireNonNull(byId.get(id)),
                            row,
                            days.getOrDefault(id, List.of()),
                            given.getOrDefault(id, List.of()));
                });
    }

    static String[] ids(List<AreaView> areas) {
        return areas.stream().map(a -> a.area().value()).toArray(String[]::new);
    }

    private static BalanceView calculated(
            AreaView area, ViewBalanceRecord row, List<ViewBalanceDayRecord> dayRows, List<ExplanationView> given) {
        List<BalanceDayView> days = dayRows.stream().map(day -> day(day, given)).toList();
        BalanceTotal month = total(row);
        int open =
                (int) days.stream().filter(BalanceDayView::unexplained).count() + (row.getMonthUnexplained() ? 1 : 0);
        return new BalanceView(
                BalanceId.of(area.area(), new AccountingPeriod(row.getPeriod())),
                area.name(),
                new CloseId(row.getCloseId()),
                row.getAttempt(),
                BalanceStanding.valueOf(row.getStanding()),
                new Tolerance(
                        new AccountingPeriod(row.getToleranceFrom()),
                        row.getDayPercent(),
                        row.getMonthPercent(),
                        new Energy(row.getFloorKwh())),
                days,
                month,
                row.getMonthUnexplained(),
                month.withinTolerance() ? null : ExplanationReader.standing(given, null, month.unaccounted()),
                open,
                Columns.hash(row.getContentHash()),
                Columns.maybe(row.getAcceptedBy(), PersonId::new),
                days.isEmpty() ? null : days.getLast().figures().day(),
                row.getPosition());
    }

    static BalanceTotal total(ViewBalanceRecord row) {
        return new BalanceTotal(
                new Energy(row.getReceipts()),
                new Energy(row.getDeliveries()),
                new Energy(row.getFuel()),
                new Energy(row.getStorageChange()),
                new Energy(row.getUnaccounted()),
                new Energy(row.getTolerance()));
    }

    private Map<AreaId, List<ViewBalanceDayRecord>> days(List<AreaView> areas, AccountingPeriod period) {
        return db
                .selectFrom(VIEW_BALANCE_DAY)
                .where(VIEW_BALANCE_DAY.AREA.eq(DSL.any(ids(areas))))
                .and(VIEW_BALANCE_DAY.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .orderBy(VIEW_BALANCE_DAY.AREA, VIEW_BALANCE_DAY.DAY)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(row -> new AreaId(row.getArea())));
    }

    private static BalanceDayView day(ViewBalanceDayRecord row, List<ExplanationView> given) {
        BalanceDay figures = new BalanceDay(
                GasDay.of(row.getDay()),
                new Energy(row.getReceipts()),
                new Energy(row.getDeliveries()),
                new Energy(row.getFuel()),
                new Energy(row.getStorageChange()),
                new Energy(row.getUnaccounted()),
                new Energy(row.getTolerance()));
        return new BalanceDayView(
                figures,
                true,
                row.getUnexplained(),
                figures.withinTolerance()
                        ? null
                        : ExplanationReader.standing(given, figures.day(), figures.unaccounted()));
    }

    @Override
    public List<BalanceInputView> inputs(BalanceId balance) {
        Map<String, String> names = network.points(balance.area()).stream()
                .collect(Collectors.toMap(p -> p.point().value(), PointView::name));
        List<BalanceInputView> frozen = db.selectFrom(VIEW_BALANCE_INPUT)
                .where(VIEW_BALANCE_INPUT.AREA.eq(balance.area().value()))
                .and(VIEW_BALANCE_INPUT.PERIOD.eq(balance.period().value()))
                .and(VIEW_BALANCE_INPUT.CONTENT_HASH.isNotNull())
                .orderBy(VIEW_BALANCE_INPUT.POINT)
                .fetch(row -> input(row, names.getOrDefault(row.getPoint(), row.getPoint())));
        return frozen.isEmpty() ? provisional.inputs(balance) : frozen;
    }

    private static BalanceInputView input(ViewBalanceInputRecord row, String name) {
        return new BalanceInputView(
                new PointId(row.getPoint()),
                name,
                PointRole.valueOf(row.getRole()),
                row.getRecords(),
                row.getThroughSequence(),
                Columns.hash(row.getContentHash()),
                Columns.sum(row.getReceiptKwh()),
                Columns.sum(row.getDeliveryKwh()),
                Columns.days(row.getFirstDay(), row.getReceiptKwh(), row.getDeliveryKwh()),
                row.getPosition());
    }

    @Override
    public List<TrendMonth> trend(BalanceId last, int months) {
        Invalid.unless(months >= 1 && months <= MOST_MONTHS, "a trend has 1 to 60 months, not " + months);
        return network.area(last.area())
                .map(area -> trend(area, last.period(), months))
                .orElse(List.of());
    }

    private List<TrendMonth> trend(AreaView area, AccountingPeriod last, int months) {
        AccountingPeriod first = AccountingPeriod.of(last.month().minusMonths(months - 1L));
        Map<AccountingPeriod, TrendMonth> trend = new TreeMap<>();
        provisional.trend(area, first, last).forEach(month -> trend.put(month.period(), month));
        db.selectFrom(VIEW_BALANCE)
                .where(VIEW_BALANCE.AREA.eq(area.area().value()))
                .and(VIEW_BALANCE.PERIOD.between(first.value(), last.value()))
                .and(VIEW_BALANCE.RECEIPTS.isNotNull())
                .forEach(row -> {
                    AccountingPeriod period = new AccountingPeriod(row.getPeriod());
                    trend.put(period, new TrendMonth(period, BalanceStanding.valueOf(row.getStanding()), total(row)));
                });
        return List.copyOf(trend.values());
    }
}
