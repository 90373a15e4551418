package io.tallybook.command.adjustment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a publication changed of one point and gas day after the month was closed; raised once, by its deterministic id. */
public final class PriorPeriodAdjustment {
    @AggregateIdentifier
    private @Nullable AdjustmentId id;

    /** A difference of nothing adjusts nothing and leaves no fact. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void raise(RaiseAdjustment order) {
        Energy difference = order.newEnergy().minus(order.oldEnergy());
        if (id == null && difference.signum() != 0) {
            apply(new PriorPeriodAdjustmentRaised(
                    order.adjustment(),
                    order.closeId(),
                    order.point(),
                    order.day(),
                    order.oldEnergy(),
                    order.newEnergy(),
                    difference,
                    order.source(),
                    order.readings(),
                    order.by()));
        }
    }

    @EventSourcingHandler
    void on(PriorPeriodAdjustmentRaised event) {
        id = event.adjustment();
    }
}
