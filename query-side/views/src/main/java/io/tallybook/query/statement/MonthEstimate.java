package io.tallybook.query.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import java.util.List;

/**
 * A whole month by what is recorded of it: days in full as measured, the others with the mean of these, valued at each day's
 * price or the last known before it. An estimate to be decided upon, never a figure to close on.
 *
 * @param shippers by shipper id and currency
 * @param without what it could not take in
 */
public record MonthEstimate(List<EstimatedShipper> shippers, List<Without> without) {
    /**
     * A point, one way, that is in no shipper's figures.
     *
     * @param unmeasured no day is recorded in full; else its shares are not percentages that add up
     */
    public record Without(PointId point, String pointName, Direction direction, boolean unmeasured) {}
}
