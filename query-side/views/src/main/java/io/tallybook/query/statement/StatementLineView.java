package io.tallybook.query.statement;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.ValuedLine;

/**
 * One shipper-point-day, one way, valued; these sum to the point.
 *
 * @param priceVersion version of the price series when it was pinned
 * @param position position of the event that valued it
 */
public record StatementLineView(
        StatementId statement,
        ContractId contract,
        PointId point,
        String pointName,
        ValuedLine line,
        AllocationRunId run,
        SeriesId series,
        int priceVersion,
        long position) {}
