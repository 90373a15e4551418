package io.tallybook.query.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;

/** A shipper's share of an open month so far; {@code through} is the last gas day that has records. */
public record ProvisionalAllocation(
        ShipperId shipper,
        String shipperName,
        ContractId contract,
        PointId point,
        String pointName,
        Direction direction,
        Share share,
        Energy energy,
        GasDay through) {}
