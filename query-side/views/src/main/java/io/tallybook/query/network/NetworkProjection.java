package io.tallybook.query.network;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_NETWORK;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;
import static io.tallybook.migrations.jooq.Tables.VIEW_TOLERANCE;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Event;
import io.tallybook.messages.network.AreaEvent;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.ToleranceSet;
import io.tallybook.messages.network.NetworkEvent;
import io.tallybook.messages.network.NetworkEvent.NetworkEstablished;
import io.tallybook.messages.network.PointEvent;
import io.tallybook.messages.network.PointEvent.PointConfigurationClosed;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.query.projection.At;
import io.tallybook.query.projection.Projection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Networks, areas with their tolerances, points as configured last. */
final class NetworkProjection implements Projection.Batch {
    static final Projection PROJECTION = new Projection(
            "network",
            List.of(NetworkEvent.class, AreaEvent.class, PointEvent.class),
            List.of(VIEW_NETWORK, VIEW_AREA, VIEW_TOLERANCE, VIEW_POINT),
            NetworkProjection::new);

    private final DSLContext db;

    private NetworkProjection(DSLContext db) {
        this.db = db;
    }

    @Override
    public void on(Event event, At at) {
        switch (event) {
            case NetworkEstablished e -> on(e, at);
            case AreaEstablished e -> on(e, at);
            case ToleranceSet e -> tolerance(e.area(), e.tolerance(), at);
            case PointConfigured e -> on(e, at);
            case PointPlaced e -> on(e, at);
            case PointConfigurationClosed e -> on(e, at);
            default -> {}
        }
    }

    private void on(NetworkEstablished e, At at) {
        var row = db.newRecord(VIEW_NETWORK);
        row.setNetwork(e.network().value());
        row.setCloseGroup(e.group().value());
        row.setName(e.name());
        row.setAccounts(e.accounts().value());
        row.setPosition(at.position());
        row.merge();
    }

    private void on(AreaEstablished e, At at) {
        var row = db.newRecord(VIEW_AREA);
        row.setArea(e.area().value());
        row.setNetwork(e.network().value());
        row.setName(e.name());
        row.setPosition(at.position());
        row.merge();
        tolerance(e.area(), e.tolerance(), at);
    }

    private void tolerance(AreaId area, Tolerance tolerance, At at) {
        var row = db.newRecord(VIEW_TOLERANCE);
        row.setArea(area.value());
        row.setEffectiveFrom(tolerance.effectiveFrom().value());
        row.setDayPercent(tolerance.dayPercent());
        row.setMonthPercent(tolerance.monthPercent());
        row.setFloorKwh(tolerance.floor().kwh());
        row.setPosition(at.position());
        row.merge();
    }

    private void on(PointConfigured e, At at) {
        db.insertInto(VIEW_POINT)
                .set(VIEW_POINT.POINT, e.point().value())
                .set(VIEW_POINT.AREA, e.area().value())
                .set(VIEW_POINT.NAME, e.name())
                .set(VIEW_POINT.ROLE, e.role().name())
                .set(VIEW_POINT.PLACED, false)
                .set(VIEW_POINT.SEQUENCE, at.sequence())
                .set(rule(e.rule()))
                .set(VIEW_POINT.POSITION, at.position())
                .onConflict(VIEW_POINT.POINT)
                .doUpdate()
                .set(VIEW_POINT.AREA, e.area().value())
                .set(VIEW_POINT.NAME, e.name())
                .set(VIEW_POINT.ROLE, e.role().name())
                .set(VIEW_POINT.SEQUENCE, at.sequence())
                .set(rule(e.rule()))
                .set(VIEW_POINT.POSITION, at.position())
                .execute();
    }

    /** The roster's word: the point is expected to deliver. Named by its id until it has been configured. */
    private void on(PointPlaced e, At at) {
        db.insertInto(VIEW_POINT)
                .set(VIEW_POINT.POINT, e.point().value())
                .set(VIEW_POINT.AREA, e.area().value())
                .set(VIEW_POINT.NAME, e.point().value())
                .set(VIEW_POINT.ROLE, e.role().name())
                .set(VIEW_POINT.PLACED, true)
                .set(VIEW_POINT.SEQUENCE, -1L)
                .set(rule(e.rule()))
                .set(VIEW_POINT.POSITION, at.position())
                .onConflict(VIEW_POINT.POINT)
                .doUpdate()
                .set(VIEW_POINT.AREA, e.area().value())
                .set(VIEW_POINT.ROLE, e.role().name())
                .set(VIEW_POINT.PLACED, true)
                .set(rule(e.rule()))
                .set(VIEW_POINT.POSITION, at.position())
                .execute();
    }

    /** Changes nothing to see; whoever changes the point next must name this sequence. */
    private void on(PointConfigurationClosed e, At at) {
        db.update(VIEW_POINT)
                .set(VIEW_POINT.SEQUENCE, at.sequence())
                .where(VIEW_POINT.POINT.eq(e.point().value()))
                .execute();
    }

    private static Map<Field<?>, Object> rule(PointRule rule) {
        return Map.of(
                VIEW_POINT.ZONE, rule.gasDay().zone().getId(),
                VIEW_POINT.STARTS_AT, rule.gasDay().startsAt(),
                VIEW_POINT.MEASURING_INTERVAL, rule.interval().name(),
                VIEW_POINT.IN_FORCE_FROM, rule.inForceFrom().date(),
                VIEW_POINT.VERSION, rule.version());
    }
}
