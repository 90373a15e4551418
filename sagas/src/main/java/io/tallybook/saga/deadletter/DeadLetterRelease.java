package io.tallybook.saga.deadletter;

import io.tallybook.messages.close.CloseCycleCommand.HoldForDeadLetter;
import io.tallybook.messages.close.CloseCycleCommand.ReleaseHold;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.deadletter.DeadLetterCommand.MarkReplaced;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReleasesClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** A dead letter blocks the month it falls in until a good record replaces it or the accountant excludes it. */
@DisallowReplay
@ProcessingGroup(DeadLetterRelease.PROCESSOR)
class DeadLetterRelease {
    static final String PROCESSOR = "relay-dead-letters";

    private static final String NAME = "dead-letter-release";
    private final Orders orders;

    DeadLetterRelease(Orders orders) {
        this.orders = orders;
    }

    /** The order carries the time the dead letter came, so that a good record taken in meanwhile counts. */
    @EventHandler
    void on(DeadLetterReceived e, EventMessage<?> message) {
        if (e.month() != null) {
            Errand errand = orders.because(message, NAME);
            errand.give(
                    new NoteRejectedReading(e.month(), e.deadLetter(), e.start(), e.reason(), message.getTimestamp()));
        }
    }

    @EventHandler
    void on(DeadLetterExcluded e, EventMessage<?> message) {
        if (e.month() != null) {
            Errand errand = orders.because(message, NAME);
            errand.give(new ExcludeRejectedReading(e.month(), e.deadLetter(), e.by(), errand.at()));
        }
    }

    @EventHandler
    void on(RejectedReadingHoldsClose e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new HoldForDeadLetter(e.closeId(), e.month().point(), e.deadLetter(), errand.at()));
    }

    @EventHandler
    void on(RejectedReadingReleasesClose e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new ReleaseHold(e.closeId(), e.deadLetter(), e.excludedBy(), errand.at()));
    }

    @EventHandler
    void on(NewsAwaited e, EventMessage<?> message) {
        orders.because(message, NAME).confirmNoNews(e, NewsRelay.DEAD_LETTERS);
    }

    @EventHandler
    void on(RejectedReadingReplaced e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new MarkReplaced(e.deadLetter(), e.source(), e.by(), errand.at()));
    }
}
