package io.tallybook.command.contract;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The other side of contracts and statements. */
public final class Shipper {
    @AggregateIdentifier
    private @Nullable ShipperId id;

    private @Nullable ShipperRegistered registered;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void register(RegisterShipper order) {
        if (registered == null) {
            apply(new ShipperRegistered(order.shipper(), order.name(), order.by()));
            return;
        }
        Refused.when(
                !registered.name().equals(order.name()),
                "shipper-exists",
                "The shipper is registered already, under another name.");
    }

    @EventSourcingHandler
    void on(ShipperRegistered event) {
        id = event.shipper();
        registered = event;
    }
}
