package io.tallybook.messages.contract;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.ShipperId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a Shipper. */
public sealed interface ShipperCommand extends Command {
    ShipperId shipper();

    @SentBy(Role.ENGINEER)
    @SecondPerson
    record RegisterShipper(@TargetAggregateIdentifier ShipperId shipper, String name, PersonId by, Instant at)
            implements ShipperCommand {}
}
