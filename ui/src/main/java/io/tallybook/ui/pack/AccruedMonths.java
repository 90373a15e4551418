package io.tallybook.ui.pack;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.TruedUpShipper;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.report.pack.AccrualMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accrual of a month as its pack holds it, from the close's own events. */
final class AccruedMonths {
    private AccruedMonths() {}

    /** Empty where nothing was accrued before that attempt had its journal. */
    static Optional<AccrualMonth> of(List<StoredEvent> story, int attempt) {
        @Nullable AccrualReleased released = null;
        @Nullable AccrualTrueUpCalculated trueUp = null;
        for (StoredEvent stored : story) {
            if (stored.event() instanceof AccrualReleased e) {
                released = e;
            } else if (stored.event() instanceof AccrualTrueUpCalculated e && e.attempt() == attempt) {
                trueUp = e;
            }
        }
        if (released == null || trueUp == null) {
            return Optional.empty();
        }
        Map<String, AccruedShipper> accrued = new HashMap<>();
        released.shippers().forEach(of -> accrued.put(of.shipper().value(), of));
        return Optional.of(new AccrualMonth(
                JournalId.ofAccrual(released.closeId(), released.number()),
                released.reversedIn(),
                trueUp.shippers().stream()
                        .map(of -> line(of, accrued.get(of.shipper().value())))
                        .toList()));
    }

    private static AccrualMonth.Line line(TruedUpShipper of, @Nullable AccruedShipper accrued) {
        return new AccrualMonth.Line(
                of.shipper(),
                of.actual().purchases().plus(of.purchases().negate()).amount(),
                of.actual().purchases().amount(),
                of.actual().sales().plus(of.sales().negate()).amount(),
                of.actual().sales().amount(),
                accrued == null ? 0 : accrued.measured(),
                accrued == null ? 0 : accrued.estimated(),
                accrued == null || accrued.byHand() == null ? "" : accrued.byHand());
    }
}
