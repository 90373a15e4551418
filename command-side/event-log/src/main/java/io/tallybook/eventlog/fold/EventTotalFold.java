package io.tallybook.eventlog.fold;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the log into the totals of one close: records up to each month's freeze, valued lines, journal lines. Reads only the
 * streams the close itself names, in the attempt in force.
 */
public final class EventTotalFold {
    private final EventReader log;
    private final CloseId closeId;
    private long through;

    private EventTotalFold(EventReader log, CloseId closeId) {
        this.log = log;
        this.closeId = closeId;
    }

    /** The totals of the close as the log stands now; empty lists where a step has not happened. */
    public static EventTotals of(EventReader log, CloseId closeId) {
        return new EventTotalFold(log, closeId).fold();
    }

    private EventTotals fold() {
        List<StoredEvent> close = log.stream(closeId.toString());
        int attempt = attempt(close);
        List<EventTotals.AreaTotal> areas = areasOf(close, attempt).stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .map(area -> MeasuredFold.of(log, closeId, attempt, area, this::read))
                .toList();
        ValuedFold valued = new ValuedFold(log, closeId, attempt, this::read);
        List<EventTotals.ShipperTotal> shippers = shippersOf(close, attempt).stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .map(valued::shipper)
                .flatMap(Optional::stream)
                .toList();
        Optional<EventTotals.JournalTotal> journal = valued.journal();
        return new EventTotals(closeId, attempt, through, areas, shippers, journal);
    }

    private void read(StoredEvent event) {
        through = Math.max(through, event.position());
    }

    private static int attempt(List<StoredEvent> close) {
        int attempt = 0;
        for (StoredEvent stored : close) {
            switch (stored.event()) {
                case CutoffDeclared declared -> attempt = Math.max(attempt, declared.attempt());
                case ResultsInvalidated invalidated -> attempt = Math.max(attempt, invalidated.attempt());
                default -> {}
            }
        }
        return attempt;
    }

    private static List<AreaId> areasOf(List<StoredEvent> close, int attempt) {
        List<AreaId> areas = new ArrayList<>();
        for (StoredEvent stored : close) {
            if (stored.event() instanceof RosterAdded roster && roster.attempt() == attempt) {
                areas = roster.areas().stream().map(RosterArea::area).toList();
            }
        }
        return areas;
    }

    private static List<ShipperId> shippersOf(List<StoredEvent> close, int attempt) {
        List<ShipperId> shippers = new ArrayList<>();
        for (StoredEvent stored : close) {
            if (stored.event() instanceof ContractsComplete complete && complete.attempt() == attempt) {
                shippers = complete.shippers().stream()
                        .map(ShipperContracts::shipper)
                        .toList();
            }
        }
        return shippers;
    }
}
