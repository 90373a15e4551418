package io.tallybook.messages.allocation;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import java.util.List;

/** What happened to an AllocationRun. */
public sealed interface AllocationRunEvent extends Event {
    AllocationRunId run();

    record AllocationStarted(AllocationRunId run, CloseId closeId, AreaId area, List<ContractId> contracts)
            implements AllocationRunEvent {}

    record AllocationInputAdded(
            AllocationRunId run,
            CloseId closeId,
            long throughSequence,
            Sha256 contentHash,
            List<DayTotal> days,
            List<PersonId> contributors)
            implements AllocationRunEvent {}

    record ContractSharesAdded(
            AllocationRunId run,
            CloseId closeId,
            ContractId contract,
            int version,
            ShipperId shipper,
            List<PointShare> shares,
            PersonId author)
            implements AllocationRunEvent {}

    record NominationsAdded(
            AllocationRunId run,
            CloseId closeId,
            ContractId contract,
            int version,
            List<NominatedDay> nominated,
            List<NominatedDay> operatorValues,
            List<PersonId> contributors)
            implements AllocationRunEvent {}

    /**
     * What one contract was allocated of the point, every gas day of the input, ≤ 31 (an event per recipient, not per day:
     * docs/adr). By the method its shares name, to the last kWh, largest remainder, ties by contract id; below zero only for a
     * party whose rule allows it.
     */
    record ShareAllocated(
            AllocationRunId run,
            CloseId closeId,
            ContractId contract,
            ShipperId shipper,
            Sha256 allocationHash,
            List<DayTotal> days,
            List<PersonId> contributors)
            implements AllocationRunEvent {}

    record AllocationCompleted(AllocationRunId run, CloseId closeId, AreaId area, Sha256 contentHash, int recipients)
            implements AllocationRunEvent {}

    /** The run cannot split the point, by a rule such as {@code shares-do-not-add-up}, with the sentence. */
    record AllocationFailed(AllocationRunId run, CloseId closeId, AreaId area, String rule, String sentence)
            implements AllocationRunEvent {}

    record AllocationSuperseded(AllocationRunId run, AllocationRunId successor, String reason)
            implements AllocationRunEvent {}

    /** What one of {@code recipients} contracts has of the restated days, by the run's own shares, methods and nominations. */
    record ShareRestated(
            AllocationRunId run,
            CloseId closeId,
            PreviewId preview,
            ContractId contract,
            ShipperId shipper,
            int recipients,
            List<RestatedDay> days)
            implements AllocationRunEvent {}

    /** The restated days cannot be split. */
    record RestatementFailed(AllocationRunId run, CloseId closeId, PreviewId preview, String rule, String sentence)
            implements AllocationRunEvent {}
}
