package io.tallybook.messages.contract;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;

/** What happened to a Contract. */
public sealed interface ContractEvent extends Event {
    ContractId contract();

    record ContractSigned(
            ContractId contract, ShipperId shipper, AreaId area, ContractTerms terms, int version, PersonId by)
            implements ContractEvent {}

    record ContractAmended(ContractId contract, ContractTerms terms, int version, PersonId by)
            implements ContractEvent {}

    /** The terms in force in the period; {@code author} wrote that version. */
    record ContractPinned(
            ContractId contract,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            AreaId area,
            ContractTerms terms,
            int version,
            PersonId author)
            implements ContractEvent {}

    /** The terms this attempt was given are no longer those in force: the close must take them anew. */
    record ContractTermsOutdated(ContractId contract, CloseId closeId, int attempt, String reason)
            implements ContractEvent {}

    /** The terms of the close's period, and of every one before it, no longer change. */
    record ContractTermsClosed(ContractId contract, CloseId closeId) implements ContractEvent {}

    /** The terms of the close's period may change again, for this revision of the close. */
    record ContractTermsReopened(ContractId contract, CloseId closeId, int revision) implements ContractEvent {}
}
