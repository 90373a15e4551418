package io.tallybook.messages.network;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a Network: up to 256 areas and 256 contracts of one close group. */
public sealed interface NetworkCommand extends Command {
    NetworkId network();

    @SentBy(Role.ENGINEER)
    @SecondPerson
    record EstablishNetwork(
            @TargetAggregateIdentifier NetworkId network,
            CloseGroup group,
            String name,
            AccountMapId accounts,
            PersonId by,
            Instant at)
            implements NetworkCommand {}

    /** Unchanged when the area is there already. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record AddArea(@TargetAggregateIdentifier NetworkId network, AreaId area, PersonId by, Instant at)
            implements NetworkCommand {}

    /** Unchanged when the contract is there already. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record AddContract(
            @TargetAggregateIdentifier NetworkId network, AreaId area, ContractId contract, PersonId by, Instant at)
            implements NetworkCommand {}

    /** Asks for the roster of one attempt of a close; answered by {@code RosterPinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinRoster(@TargetAggregateIdentifier NetworkId network, CloseId closeId, int attempt, Instant at)
            implements NetworkCommand {}
}
