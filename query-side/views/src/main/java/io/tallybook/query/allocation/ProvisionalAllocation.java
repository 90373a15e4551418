package io.tallybook.query.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import java.util.List;

/**
 * A contract's share of an open month so far at one point, one way, day by day: provisional.
 *
 * @param energy sum of the days
 * @param days per gas day that has records, in order
 */
public record ProvisionalAllocation(
        ContractId contract,
        ShipperId shipper,
        String shipperName,
        PointId point,
        String pointName,
        Direction direction,
        Share share,
        Energy energy,
        List<DayEnergy> days) {

    /** One gas day's part, kWh ≥ 0. */
    public record DayEnergy(GasDay day, Energy energy) {}
}
