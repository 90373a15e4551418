package io.tallybook.saga.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PointId;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of late facts: while the month is frozen the close is told, and a person decides; once it is closed one
 * adjustment is raised per point, gas day and source publication, from the latest known to the received figure, signed.
 */
@DisallowReplay
@ProcessingGroup(PriorPeriodAdjustments.PROCESSOR)
class PriorPeriodAdjustments {
    static final String PROCESSOR = "relay-prior-period-adjustments";

    private static final String NAME = "prior-period-adjustments";
    private final Orders orders;

    PriorPeriodAdjustments(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(LateQuantitiesReceived e, @SequenceNumber long sequence, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        switch (e.standing()) {
            case FROZEN ->
                errand.give(new NoteLateQuantities(
                        e.closeId(), e.month().point(), e.source().name(), errand.at()));
            case CLOSED -> errand.give(adjustment(e, sequence, errand));
        }
    }

    @EventHandler
    void on(NewsAwaited e, EventMessage<?> message) {
        orders.because(message, NAME).confirmNoNews(e, NewsRelay.LATE_FACTS);
    }

    /**
     * A publication may come back after another (A, B and A again), and an hourly day in two parts: the number of the fact in the
     * month's stream tells them apart, so that none is taken for a repeat.
     */
    private static RaiseAdjustment adjustment(LateQuantitiesReceived e, long sequence, Errand errand) {
        PointId point = e.month().point();
        String publication = e.source().file().brief();
        return new RaiseAdjustment(
                new AdjustmentId(point.value() + "/" + e.day() + "/" + publication + "/" + sequence),
                e.closeId(),
                point,
                e.day(),
                sum(e.quantities().stream().map(LateQuantity::latest)),
                sum(e.quantities().stream().map(q -> q.received().signed())),
                e.source(),
                e.quantities().stream()
                        .map(q -> new RestatedReading(
                                q.received().start(), q.standing(), q.received().signed()))
                        .toList(),
                e.by(),
                errand.at());
    }

    private static Energy sum(Stream<@Nullable Energy> figures) {
        return figures.filter(Objects::nonNull).reduce(Energy.ZERO, Energy::plus);
    }
}
