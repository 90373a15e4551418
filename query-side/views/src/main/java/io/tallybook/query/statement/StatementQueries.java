package io.tallybook.query.statement;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.query.allocation.ProvisionalAllocation;
import java.util.List;
import java.util.Optional;

/** Statements, and the way down from a total to its lines. */
public interface StatementQueries {
    /** The statements of a close's current attempt, by shipper id; ≤ 256. */
    List<StatementView> ofClose(CloseId closeId);

    Optional<StatementView> statement(StatementId statement);

    /** First step down: sums by contract, point and direction. Empty until valued. */
    List<StatementPointView> points(StatementId statement);

    /** What it settles of imbalances, by contract, point and direction; empty where nothing is cashed out. */
    List<CashOutView> cashOuts(StatementId statement);

    /** Every line, by contract, point, day and direction. Second step down when filtered by point. */
    List<StatementLineView> lines(StatementId statement);

    /** The lines of one contract at one point, one way, by day; ≤ 31. */
    List<StatementLineView> lines(StatementId statement, ContractId contract, PointId point, Direction direction);

    /** One line; from here {@code AllocationQueries.day} and {@code MeteringQueries.records} go on down. */
    Optional<StatementLineView> line(
            StatementId statement, ContractId contract, PointId point, GasDay day, Direction direction);

    /** Open month to date at known prices, by shipper; empty when nothing is recorded. */
    List<ProvisionalStatement> provisional(NetworkId network, AccountingPeriod period);

    /** The whole of an open month by what is recorded of it, by shipper. */
    MonthEstimate estimate(NetworkId network, AccountingPeriod period);

    /** Open month to date from what {@code AllocationQueries.provisional} has answered for that network and period. */
    List<ProvisionalStatement> provisional(
            NetworkId network, AccountingPeriod period, List<ProvisionalAllocation> split);
}
