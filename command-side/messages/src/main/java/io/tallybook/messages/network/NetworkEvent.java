package io.tallybook.messages.network;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import java.util.List;

/** What happened to a Network. */
public sealed interface NetworkEvent extends Event {
    NetworkId network();

    record NetworkEstablished(NetworkId network, CloseGroup group, String name, AccountMapId accounts, PersonId by)
            implements NetworkEvent {}

    record AreaAdded(NetworkId network, AreaId area, PersonId by) implements NetworkEvent {}

    record ContractAdded(NetworkId network, AreaId area, ContractId contract, PersonId by) implements NetworkEvent {}

    /** An area with the contracts that allocate its points; ≤ 256 areas, ≤ 256 contracts in all. */
    record RosterArea(AreaId area, List<ContractId> contracts) {}

    record RosterPinned(NetworkId network, CloseId closeId, int attempt, AccountMapId accounts, List<RosterArea> areas)
            implements NetworkEvent {}
}
