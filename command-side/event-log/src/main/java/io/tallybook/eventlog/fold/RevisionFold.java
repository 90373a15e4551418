package io.tallybook.eventlog.fold;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.statement.StatementTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets two attempts of a close beside each other, from the close's own stream and those of its areas and points. */
public final class RevisionFold {
    private final EventReader log;
    private final CloseId closeId;
    private final Side before;
    private final Side after;

    private RevisionFold(EventReader log, CloseId closeId, int before, int after) {
        this.log = log;
        this.closeId = closeId;
        List<StoredEvent> close = log.stream(closeId.toString());
        this.before = new Side(before, close);
        this.after = new Side(after, close);
    }

    /** @param before the attempt that stood, {@code after} the one set beside it */
    public static RevisionChanges of(EventReader log, CloseId closeId, int before, int after) {
        RevisionFold fold = new RevisionFold(log, closeId, before, after);
        return new RevisionChanges(closeId, before, after, fold.areas(), fold.shippers(), fold.points());
    }

    private List<RevisionChanges.AreaChange> areas() {
        return both(before.balances, after.balances)
                .map(area -> new RevisionChanges.AreaChange(
                        new AreaId(area), before.balances.get(area), after.balances.get(area)))
                .toList();
    }

    private List<RevisionChanges.ShipperChange> shippers() {
        return both(before.statements, after.statements)
                .map(shipper -> new RevisionChanges.ShipperChange(
                        new ShipperId(shipper), before.statements.get(shipper), after.statements.get(shipper)))
                .toList();
    }

    private List<RevisionChanges.PointChange> points() {
        TreeSet<String> points = new TreeSet<>();
        Stream.concat(before.areas.stream(), after.areas.stream()).distinct().forEach(area -> pinned(area, points));
        return points.stream().map(PointId::new).flatMap(this::days).toList();
    }

    private void pinned(AreaId area, TreeSet<String> points) {
        for (StoredEvent stored : log.stream(area.toString())) {
            if (stored.event() instanceof AreaRosterPinned pinned
                    && pinned.closeId().equals(closeId)
                    && (pinned.attempt() == before.attempt || pinned.attempt() == after.attempt)) {
                pinned.points().stream()
                        .map(RosterPoint::point)
                        .map(PointId::value)
                        .forEach(points::add);
            }
        }
    }

    private Stream<RevisionChanges.PointChange> days(PointId point) {
        Map<String, DayTotal> stood = new TreeMap<>();
        Map<String, DayTotal> stands = new TreeMap<>();
        for (StoredEvent stored :
                log.stream(MeterMonthId.of(point, closeId.period()).toString())) {
            if (stored.event() instanceof MeterMonthFrozen frozen
                    && frozen.closeId().equals(closeId)) {
                @Nullable Map<String, DayTotal> days =
                        frozen.attempt() == before.attempt ? stood : frozen.attempt() == after.attempt ? stands : null;
                if (days != null) {
                    frozen.days().forEach(day -> days.put(day.day().value(), day));
                }
            }
        }
        return both(stood, stands)
                .filter(day -> !Objects.equals(stood.get(day), stands.get(day)))
                .map(day -> new RevisionChanges.PointChange(point, new GasDay(day), stood.get(day), stands.get(day)));
    }

    private static Stream<String> both(Map<String, ?> before, Map<String, ?> after) {
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream();
    }

    /** One attempt as the close's own stream tells it. */
    private static final class Side {
        final int attempt;
        final List<AreaId> areas = new ArrayList<>();
        final Map<String, BalanceTotal> balances = new TreeMap<>();
        final Map<String, StatementTotals> statements = new TreeMap<>();

        Side(int attempt, List<StoredEvent> close) {
            this.attempt = attempt;
            close.forEach(stored -> {
                switch (stored.event()) {
                    case RosterAdded e when e.attempt() == attempt -> e.areas().forEach(area -> areas.add(area.area()));
                    case AreaBalanceAdded e
                    when e.attempt() == attempt -> balances.put(e.area().value(), e.month());
                    case StatementAdded e
                    when e.attempt() == attempt -> statements.put(e.shipper().value(), e.totals());
                    default -> {}
                }
            });
        }
    }
}
