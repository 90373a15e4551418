package io.tallybook.query.allocation;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import java.util.List;
import java.util.Optional;

/** Allocation runs. */
public interface AllocationQueries {
    /** The runs of a close's current attempt, by point id; ≤ 65,536 points, here ≤ 10,000. */
    List<AllocationRunView> ofClose(CloseId closeId);

    /** How far the runs of one attempt at a close have come, by point id; one row each, however much they split. */
    List<RunProgress> progress(CloseId closeId, int attempt);

    Optional<AllocationRunView> run(AllocationRunId run);

    /** Every run of the point's month, newest first. */
    List<AllocationRunView> runs(PointId point, AccountingPeriod period);

    /** One day of a run, one way; empty when nothing flowed that way. */
    Optional<DayAllocationView> day(AllocationRunId run, GasDay day, Direction direction);

    /** What is recorded so far, split by the shares in force; provisional, by shipper, point and direction. */
    List<ProvisionalAllocation> provisional(NetworkId network, AccountingPeriod period);
}
