package io.tallybook.eventlog.fold;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import java.util.List;
import java.util.function.Consumer;

/** The figures of an area's points, each up to its freeze, the newest of an interval counting, be it measured or estimated. */
final class MeasuredFold {
    private final EventReader log;
    private final CloseId closeId;
    private final int attempt;
    private final Consumer<StoredEvent> seen;
    private Energy receipts = Energy.ZERO;
    private Energy deliveries = Energy.ZERO;
    private Energy fuel = Energy.ZERO;
    private Energy storageChange = Energy.ZERO;
    private int estimated;

    private MeasuredFold(EventReader log, CloseId closeId, int attempt, Consumer<StoredEvent> seen) {
        this.log = log;
        this.closeId = closeId;
        this.attempt = attempt;
        this.seen = seen;
    }

    static EventTotals.AreaTotal of(
            EventReader log, CloseId closeId, int attempt, AreaId area, Consumer<StoredEvent> seen) {
        MeasuredFold fold = new MeasuredFold(log, closeId, attempt, seen);
        fold.roster(area).forEach(fold::add);
        return new EventTotals.AreaTotal(
                area, fold.receipts, fold.deliveries, fold.fuel, fold.storageChange, fold.estimated);
    }

    private List<RosterPoint> roster(AreaId area) {
        List<RosterPoint> points = List.of();
        for (StoredEvent stored : log.stream(area.toString())) {
            if (stored.event() instanceof AreaRosterPinned pinned
                    && pinned.closeId().equals(closeId)
                    && pinned.attempt() == attempt) {
                points = pinned.points();
            }
        }
        return points;
    }

    private void add(RosterPoint point) {
        MonthFold month = frozen(point);
        estimated += month.estimated();
        for (Energy signed : month.figures()) {
            if (point.role().keeps()) {
                storageChange = storageChange.minus(signed);
            } else if (point.role() == PointRole.FUEL) {
                fuel = fuel.minus(signed);
            } else if (Direction.of(signed) == Direction.RECEIPT) {
                receipts = receipts.plus(signed);
            } else {
                deliveries = deliveries.plus(signed.negate());
            }
        }
    }

    private MonthFold frozen(RosterPoint point) {
        List<StoredEvent> month =
                log.stream(MeterMonthId.of(point.point(), closeId.period()).toString());
        long last = frozenThrough(month);
        MonthFold figures = new MonthFold();
        for (StoredEvent stored : month) {
            if (stored.sequence() <= last && figures.take(stored.event())) {
                seen.accept(stored);
            }
        }
        return figures;
    }

    /** −1 when the month is not frozen in this attempt: then nothing of it counts. */
    private long frozenThrough(List<StoredEvent> month) {
        long last = -1;
        for (StoredEvent stored : month) {
            if (stored.event() instanceof MeterMonthFrozen frozen
                    && frozen.closeId().equals(closeId)
                    && frozen.attempt() == attempt) {
                seen.accept(stored);
                last = frozen.throughSequence();
            }
        }
        return last;
    }
}
