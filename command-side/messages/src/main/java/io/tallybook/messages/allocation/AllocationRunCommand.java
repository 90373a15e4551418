package io.tallybook.messages.allocation;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to an AllocationRun. Roster, input, shares and nominations may come in any order and more than once. */
public sealed interface AllocationRunCommand extends Command {
    AllocationRunId run();

    /** Names the contracts whose shares the run waits for, ≤ 64. */
    @SentBy(Role.PROCESS)
    record StartAllocation(
            @TargetAggregateIdentifier AllocationRunId run,
            CloseId closeId,
            AreaId area,
            List<ContractId> contracts,
            Instant at)
            implements AllocationRunCommand {}

    @SentBy(Role.PROCESS)
    record AddAllocationInput(
            @TargetAggregateIdentifier AllocationRunId run,
            CloseId closeId,
            long throughSequence,
            Sha256 contentHash,
            List<DayTotal> days,
            List<PersonId> contributors,
            Instant at)
            implements AllocationRunCommand {}

    /** One contract's shares of this point: none, one or both directions. */
    @SentBy(Role.PROCESS)
    record AddContractShares(
            @TargetAggregateIdentifier AllocationRunId run,
            CloseId closeId,
            ContractId contract,
            int version,
            ShipperId shipper,
            List<PointShare> shares,
            PersonId author,
            Instant at)
            implements AllocationRunCommand {}

    /** What was nominated of this point's month for a contract whose method needs it; empty where nothing was. */
    @SentBy(Role.PROCESS)
    record AddNominations(
            @TargetAggregateIdentifier AllocationRunId run,
            CloseId closeId,
            ContractId contract,
            int version,
            List<NominatedDay> nominated,
            List<NominatedDay> operatorValues,
            List<PersonId> contributors,
            Instant at)
            implements AllocationRunCommand {}

    @SentBy(Role.PROCESS)
    record SupersedeRun(
            @TargetAggregateIdentifier AllocationRunId run, AllocationRunId successor, String reason, Instant at)
            implements AllocationRunCommand {}

    /**
     * Asks what the finished run would have come to with other days; answered by {@code ShareRestated} for each of its
     * contracts, again when asked again. It moves nothing.
     *
     * @param days differences to what the run was given, ≤ 31
     */
    @SentBy(Role.PROCESS)
    record RestateAllocation(
            @TargetAggregateIdentifier AllocationRunId run,
            CloseId closeId,
            PreviewId preview,
            List<RestatedDay> days,
            Instant at)
            implements AllocationRunCommand {}
}
