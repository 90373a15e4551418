package io.tallybook.eventlog.fold;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The records of an area's points, each up to its freeze, the newest version of an interval counting. */
final class MeasuredFold {
    private final EventReader log;
    private final CloseId closeId;
    private final int attempt;
    private final Consumer<StoredEvent> seen;
    private Energy receipts = Energy.ZERO;
    private Energy deliveries = Energy.ZERO;
    private Energy storageChange = Energy.ZERO;

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
        return new EventTotals.AreaTotal(area, fold.receipts, fold.deliveries, fold.storageChange);
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
        for (Quantity quantity : frozenRecords(point)) {
            if (point.role() == PointRole.STORAGE) {
                storageChange = storageChange.minus(quantity.signed());
            } else if (quantity.direction() == Direction.RECEIPT) {
                receipts = receipts.plus(quantity.energy());
            } else {
                deliveries = deliveries.plus(quantity.energy());
            }
        }
    }

    private Collection<Quantity> frozenRecords(RosterPoint point) {
        List<StoredEvent> month =
                log.stream(MeterMonthId.of(point.point(), closeId.period()).toString());
        long last = frozenThrough(month);
        Map<Instant, Quantity> records = new HashMap<>();
        for (StoredEvent stored : month) {
            if (stored.sequence() <= last && stored.event() instanceof QuantitiesRecorded recorded) {
                seen.accept(stored);
                for (RecordedQuantity each : recorded.quantities()) {
                    records.put(each.quantity().start(), each.quantity());
                }
            }
        }
        return records.values();
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
