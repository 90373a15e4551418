package io.tallybook.messages.contract;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a Contract of one shipper in one area. */
public sealed interface ContractCommand extends Command {
    ContractId contract();

    @SentBy(Role.ENGINEER)
    @SecondPerson
    record SignContract(
            @TargetAggregateIdentifier ContractId contract,
            ShipperId shipper,
            AreaId area,
            ContractTerms terms,
            PersonId by,
            Instant at)
            implements ContractCommand {}

    /** New terms from a period on; the older ones stay for the periods before it. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record AmendContract(@TargetAggregateIdentifier ContractId contract, ContractTerms terms, PersonId by, Instant at)
            implements ContractCommand {}

    /** Asks for the terms in force; answered by {@code ContractPinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinContract(@TargetAggregateIdentifier ContractId contract, CloseId closeId, int attempt, Instant at)
            implements ContractCommand {}

    /** The close is approved: terms that take effect in its period or before are refused from now on. */
    @SentBy(Role.PROCESS)
    record CloseContractTerms(@TargetAggregateIdentifier ContractId contract, CloseId closeId, Instant at)
            implements ContractCommand {}

    /** A locked month opens again: terms may change until it closes anew. A revision opens it once. */
    @SentBy(Role.PROCESS)
    record ReopenContractTerms(
            @TargetAggregateIdentifier ContractId contract, CloseId closeId, int revision, Instant at)
            implements ContractCommand {}
}
