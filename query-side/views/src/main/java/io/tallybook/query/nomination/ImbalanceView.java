package io.tallybook.query.nomination;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.allocation.AllocationRunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much a contract's allocation at a point differs from its nominations, one way, over a month: what an operational
 * balancing agreement carries. In kWh; positive where more was allocated than nominated.
 *
 * @param run the completed run that allocated it, null while there is none: then nothing is compared
 * @param carried what it began the books with at the point, and the imbalances of its earlier nominated months there, this way,
 *     less what was settled of them, with the adjustments booked since
 * @param month the imbalance of this month
 * @param adjusted what the adjustments booked in this month change of earlier nominated months
 * @param settled what this month's statement cashes out of it: that is not carried on
 * @param days every gas day of the month
 */
public record ImbalanceView(
        ContractId contract,
        PointId point,
        Direction direction,
        @Nullable AllocationRunId run,
        Energy carried,
        Energy month,
        Energy adjusted,
        Energy settled,
        List<ImbalanceDay> days) {

    /**
     * A gas day. A day that nothing was nominated for in a nominated month was nominated at zero.
     *
     * @param operatorValue what the point's operator said, null where nothing
     * @param allocated null while nothing is allocated
     * @param imbalance allocated less nominated
     * @param cumulated carried, plus every day's imbalance up to this one
     */
    public record ImbalanceDay(
            GasDay day,
            Energy nominated,
            @Nullable Energy operatorValue,
            @Nullable Energy allocated,
            @Nullable Energy imbalance,
            @Nullable Energy cumulated) {}

    /** What is carried on into the next month. */
    public Energy closing() {
        return carried.plus(month).plus(adjusted).minus(settled);
    }
}
