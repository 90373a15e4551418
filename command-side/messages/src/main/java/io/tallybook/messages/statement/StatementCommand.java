package io.tallybook.messages.statement;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.price.DailyPrice;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Orders to a Statement: one shipper, one month. It values what the shipper was allocated. Its parts may come in any order
 * and more than once; a higher attempt starts it anew, a lower one is unchanged.
 */
public sealed interface StatementCommand extends Command {
    StatementId statement();

    /** Names the contracts and series the statement waits for. */
    @SentBy(Role.PROCESS)
    record OpenStatement(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            List<ContractId> contracts,
            Instant at)
            implements StatementCommand {}

    /** A pinned contract: its points, all in force this month, are the lines the statement waits for. */
    @SentBy(Role.PROCESS)
    record AddStatementTerms(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            ContractId contract,
            ContractTerms terms,
            int version,
            PersonId author,
            Instant at)
            implements StatementCommand {}

    @SentBy(Role.PROCESS)
    record AddStatementPrices(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            SeriesId series,
            int version,
            List<DailyPrice> prices,
            List<PersonId> contributors,
            Instant at)
            implements StatementCommand {}

    @SentBy(Role.PROCESS)
    record AddAllocatedVolumes(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            AllocationRunId run,
            ContractId contract,
            PointId point,
            Sha256 allocationHash,
            List<DayTotal> days,
            List<PersonId> contributors,
            Instant at)
            implements StatementCommand {}

    /** What the contract nominated at a point of which it settles imbalances. */
    @SentBy(Role.PROCESS)
    record AddStatementNominations(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            ContractId contract,
            PointId point,
            int version,
            List<NominatedDay> nominated,
            List<PersonId> contributors,
            Instant at)
            implements StatementCommand {}

    /** The tiers that a contract of the statement is cashed out by. */
    @SentBy(Role.PROCESS)
    record AddStatementTiers(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            int attempt,
            CashOutTableId table,
            int version,
            CashOutTiers tiers,
            PersonId author,
            Instant at)
            implements StatementCommand {}

    /** Records the issued document of the prepared statement. */
    @SentBy(Role.PROCESS)
    record IssueStatement(
            @TargetAggregateIdentifier StatementId statement, CloseId closeId, int attempt, Sha256 document, Instant at)
            implements StatementCommand {}

    /** A locked month opens again: the statement that was issued no longer stands. A revision voids it once. */
    @SentBy(Role.PROCESS)
    record VoidStatement(
            @TargetAggregateIdentifier StatementId statement, CloseId closeId, int revision, String reason, Instant at)
            implements StatementCommand {}

    /**
     * Asks what restated days of one point are worth at the statement's own terms and prices; answered by {@code
     * VolumesRevalued}, again when asked again. It moves nothing.
     *
     * @param recipients how many contracts share the point, each revalued apart
     */
    @SentBy(Role.PROCESS)
    record RevalueVolumes(
            @TargetAggregateIdentifier StatementId statement,
            CloseId closeId,
            PreviewId preview,
            ContractId contract,
            PointId point,
            int recipients,
            List<RestatedDay> days,
            Instant at)
            implements StatementCommand {}
}
