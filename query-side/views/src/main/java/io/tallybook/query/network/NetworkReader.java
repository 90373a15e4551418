package io.tallybook.query.network;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_NETWORK;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;
import static io.tallybook.migrations.jooq.Tables.VIEW_TOLERANCE;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.migrations.jooq.tables.records.ViewPointRecord;
import io.tallybook.migrations.jooq.tables.records.ViewToleranceRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads networks, areas and points from their tables. */
final class NetworkReader implements NetworkQueries {
    private static final int MOST = 256;

    private final DSLContext db;

    NetworkReader(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<NetworkView> networks() {
        return networks(DSL.noCondition());
    }

    @Override
    public Optional<NetworkView> network(NetworkId network) {
        return networks(VIEW_NETWORK.NETWORK.eq(network.value())).stream().findFirst();
    }

    @Override
    public Optional<NetworkView> network(CloseGroup group) {
        return networks(VIEW_NETWORK.CLOSE_GROUP.eq(group.value())).stream().findFirst();
    }

    private List<NetworkView> networks(Condition condition) {
        Map<String, List<String>> areas = db.select(VIEW_AREA.NETWORK, VIEW_AREA.AREA)
                .from(VIEW_AREA)
                .orderBy(VIEW_AREA.AREA)
                .fetchGroups(VIEW_AREA.NETWORK, VIEW_AREA.AREA);
        return db.selectFrom(VIEW_NETWORK)
                .where(condition)
                .orderBy(VIEW_NETWORK.NETWORK)
                .limit(MOST)
                .fetch(row -> new NetworkView(
                        new NetworkId(row.getNetwork()),
                        new CloseGroup(row.getCloseGroup()),
                        row.getName(),
                        new AccountMapId(row.getAccounts()),
                        areas.getOrDefault(row.getNetwork(), List.of()).stream()
                                .map(AreaId::new)
                                .toList(),
                        row.getPosition()));
    }

    @Override
    public List<AreaView> areas(NetworkId network) {
        return areas(VIEW_AREA.NETWORK.eq(network.value()));
    }

    @Override
    public Optional<AreaView> area(AreaId area) {
        return areas(VIEW_AREA.AREA.eq(area.value())).stream().findFirst();
    }

    private List<AreaView> areas(Condition condition) {
        Map<String, List<ViewToleranceRecord>> tolerances = db.selectFrom(VIEW_TOLERANCE)
                .where(VIEW_TOLERANCE.AREA.in(
                        db.select(VIEW_AREA.AREA).from(VIEW_AREA).where(condition)))
                .orderBy(VIEW_TOLERANCE.EFFECTIVE_FROM)
                .fetchGroups(VIEW_TOLERANCE.AREA, row -> row.into(VIEW_TOLERANCE));
        Map<String, Integer> points = db.select(VIEW_POINT.AREA, DSL.count())
                .from(VIEW_POINT)
                .where(VIEW_POINT.PLACED)
                .groupBy(VIEW_POINT.AREA)
                .fetchMap(VIEW_POINT.AREA, DSL.count());
        return db.selectFrom(VIEW_AREA)
                .where(condition)
                .orderBy(VIEW_AREA.AREA)
                .limit(MOST)
                .fetch(row -> new AreaView(
                        new AreaId(row.getArea()),
                        new NetworkId(row.getNetwork()),
                        row.getName(),
                        tolerances.getOrDefault(row.getArea(), List.of()).stream()
                                .map(NetworkReader::tolerance)
                                .toList(),
                        points.getOrDefault(row.getArea(), 0),
                        row.getPosition()));
    }

    private static Tolerance tolerance(ViewToleranceRecord row) {
        return new Tolerance(
                new AccountingPeriod(row.getEffectiveFrom()),
                row.getDayPercent(),
                row.getMonthPercent(),
                new Energy(row.getFloorKwh()));
    }

    @Override
    public List<PointView> points(AreaId area) {
        return db.selectFrom(VIEW_POINT)
                .where(VIEW_POINT.AREA.eq(area.value()))
                .and(VIEW_POINT.PLACED)
                .orderBy(VIEW_POINT.POINT)
                .limit(MOST)
                .fetch(NetworkReader::point);
    }

    @Override
    public List<PointView> points(NetworkId network) {
        return db.selectFrom(VIEW_POINT)
                .where(VIEW_POINT.AREA.in(
                        db.select(VIEW_AREA.AREA).from(VIEW_AREA).where(VIEW_AREA.NETWORK.eq(network.value()))))
                .and(VIEW_POINT.PLACED)
                .orderBy(VIEW_POINT.POINT)
                .fetch(NetworkReader::point);
    }

    @Override
    public Optional<PointView> point(PointId point) {
        return db.selectFrom(VIEW_POINT)
                .where(VIEW_POINT.POINT.eq(point.value()))
                .fetchOptional(NetworkReader::point);
    }

    private static PointView point(ViewPointRecord row) {
        return new PointView(
                new PointId(row.getPoint()),
                new AreaId(row.getArea()),
                row.getName(),
                PointRole.valueOf(row.getRole()),
                new PointRule(
                        new GasDayRule(ZoneId.of(row.getZone()), row.getStartsAt()),
                        MeasuringInterval.valueOf(row.getMeasuringInterval()),
                        GasDay.of(row.getInForceFrom()),
                        row.getVersion()),
                row.getSequence(),
                row.getPosition());
    }
}
