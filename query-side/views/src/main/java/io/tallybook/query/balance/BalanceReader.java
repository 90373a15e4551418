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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

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
        return network.area(balance.area()).map(area -> balance(area, balance.period()));
    }

    private BalanceView balance(AreaView area, AccountingPeriod period) {
        BalanceId balance = BalanceId.of(area.area(), period);
        return calculated(area, balance).orElseGet(() -> provisional(area, period));
    }

    @Override
    public Optional<BalanceView> provisional(BalanceId balance) {
        return network.area(balance.area()).map(area -> provisional(area, balance.period()));
    }

    private BalanceView provisional(AreaView area, AccountingPeriod period) {
        return provisional.of(area, period, explanations.of(BalanceId.of(area.area(), period)));
    }

    @Override
    public List<BalanceView> ofNetwork(NetworkId id, AccountingPeriod period) {
        return network.areas(id).stream().map(area -> balance(area, period)).toList();
    }

    @Override
    public List<BalanceView> ofClose(CloseId closeId) {
        return db
                .selectFrom(VIEW_BALANCE)
                .where(VIEW_BALANCE.CLOSE_ID.eq(closeId.value()))
                .and(VIEW_BALANCE.RECEIPTS.isNotNull())
                .orderBy(VIEW_BALANCE.AREA)
                .fetch()
                .stream()
                .flatMap(row -> network
                        .area(new AreaId(row.getArea()))
                        .map(area -> calculated(area, BalanceId.of(area.area(), closeId.period()), row))
                        .stream())
                .toList();
    }

    @Override
    public List<ExplanationView> explanations(BalanceId balance) {
        return explanations.of(balance);
    }

    private Optional<BalanceView> calculated(AreaView area, BalanceId balance) {
        return db.selectFrom(VIEW_BALANCE)
                .where(BalanceProjection.is(balance))
                .and(VIEW_BALANCE.RECEIPTS.isNotNull())
                .fetchOptional(row -> calculated(area, balance, row));
    }

    private BalanceView calculated(AreaView area, BalanceId balance, ViewBalanceRecord row) {
        List<ExplanationView> given = explanations.of(balance);
        List<BalanceDayView> days = days(balance, given);
        BalanceTotal month = total(row);
        int open =
                (int) days.stream().filter(BalanceDayView::unexplained).count() + (row.getMonthUnexplained() ? 1 : 0);
        return new BalanceView(
                balance,
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
                days.isEmpty() ? null : days.getLast().figures().day(),
                row.getPosition());
    }

    static BalanceTotal total(ViewBalanceRecord row) {
        return new BalanceTotal(
                new Energy(row.getReceipts()),
                new Energy(row.getDeliveries()),
                new Energy(row.getStorageChange()),
                new Energy(row.getUnaccounted()),
                new Energy(row.getTolerance()));
    }

    private List<BalanceDayView> days(BalanceId balance, List<ExplanationView> given) {
        return db.selectFrom(VIEW_BALANCE_DAY)
                .where(VIEW_BALANCE_DAY.AREA.eq(balance.area().value()))
                .and(VIEW_BALANCE_DAY.DAY.between(
                        balance.period().firstDay().date(),
                        balance.period().lastDay().date()))
                .orderBy(VIEW_BALANCE_DAY.DAY)
                .fetch(row -> day(row, given));
    }

    private static BalanceDayView day(ViewBalanceDayRecord row, List<ExplanationView> given) {
        BalanceDay figures = new BalanceDay(
                GasDay.of(row.getDay()),
                new Energy(row.getReceipts()),
                new Energy(row.getDeliveries()),
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
