package io.tallybook.query.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import java.util.List;

/**
 * One gas day of a run, one way: the total and who got how much of it. The recipients' energies sum to the total.
 *
 * @param inputSequence sequence of the point's month up to which the total counts
 */
public record DayAllocationView(
        AllocationRunId run,
        PointId point,
        String pointName,
        GasDay day,
        Direction direction,
        Energy total,
        List<DayShareView> recipients,
        long inputSequence,
        Sha256 inputHash,
        long position) {

    /** One recipient's part of the day. */
    public record DayShareView(
            ContractId contract,
            int contractVersion,
            ShipperId shipper,
            String shipperName,
            Share share,
            Energy energy,
            long position) {}
}
