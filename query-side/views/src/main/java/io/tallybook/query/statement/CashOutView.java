package io.tallybook.query.statement;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashedOut;

/**
 * The month's imbalance of one contract at one point, one way, as its statement settles it. From here {@code
 * NominationQueries.imbalances} goes on down to what was nominated and allocated each day.
 *
 * @param index the month's reference price, of which every tier's factor is taken
 * @param nominationsVersion of what was scheduled when it was pinned
 * @param position position of the event that settled it
 */
public record CashOutView(
        ContractId contract,
        PointId point,
        String pointName,
        CashedOut way,
        Price index,
        AllocationRunId run,
        int nominationsVersion,
        CashOutTableId table,
        int tableVersion,
        SeriesId series,
        int priceVersion,
        long position) {}
