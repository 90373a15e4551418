package io.tallybook.query.contract;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.ShipperId;
import java.util.List;
import java.util.Optional;

/** Contracts and shippers. */
public interface ContractQueries {
    /** The contracts of a network's areas, by id; ≤ 256. */
    List<ContractView> contracts(NetworkId network);

    Optional<ContractView> contract(ContractId contract);

    /** Every shipper by id; ≤ 10,000. */
    List<ShipperView> shippers();

    Optional<ShipperView> shipper(ShipperId shipper);
}
