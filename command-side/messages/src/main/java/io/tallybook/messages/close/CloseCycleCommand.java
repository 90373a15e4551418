package io.tallybook.messages.close;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Orders to a CloseCycle, which holds the state of the close (the processes hold none of it). Inputs of one attempt may come
 * in any order and more than once; those of an older attempt are unchanged.
 */
public sealed interface CloseCycleCommand extends Command {
    CloseId closeId();

    /** {@code holidays} are those its due dates may meet. */
    @SentBy(Role.PROCESS)
    record OpenClose(
            @TargetAggregateIdentifier CloseId closeId,
            NetworkId network,
            Instant dueFrom,
            List<LocalDate> holidays,
            boolean demo,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {}

    /** The person declares that nothing more is awaited: the close runs itself from here to the signatures. */
    @SentBy(Role.ACCOUNTANT)
    record DeclareCutoff(@TargetAggregateIdentifier CloseId closeId, PersonId by, Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddRoster(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            AccountMapId accounts,
            List<RosterArea> areas,
            Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddPinnedContract(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            ContractId contract,
            int version,
            ShipperId shipper,
            SeriesId series,
            int lookbackDays,
            Sha256 termsHash,
            PersonId author,
            Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddFrozenArea(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            AreaId area,
            int points,
            int records,
            Sha256 contentHash,
            List<PersonId> contributors,
            Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddAreaBalance(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            AreaId area,
            BalanceTotal month,
            int explained,
            Sha256 contentHash,
            List<PersonId> contributors,
            Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddStatement(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 allocationsHash,
            Sha256 contentHash,
            List<String> versions,
            List<PersonId> contributors,
            Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record AddJournal(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            Sha256 contentHash,
            int accountsVersion,
            List<PersonId> contributors,
            Instant at)
            implements CloseCycleCommand {}

    /** Something stands in the way at a step (allocation or journal failed); cleared by the next attempt. */
    @SentBy(Role.PROCESS)
    record ReportBlocker(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            CloseStep step,
            String subject,
            String sentence,
            Instant at)
            implements CloseCycleCommand {}

    /** These steps were due; of those not done and not told before, the close records that they are late, all at once. */
    @SentBy(Role.PROCESS)
    record ReportOverdue(@TargetAggregateIdentifier CloseId closeId, List<DueStep> steps, Instant at)
            implements CloseCycleCommand {}

    /** An input of a finished result has changed: approvals are void and a new attempt begins. */
    @SentBy(Role.PROCESS)
    record ReportStaleResult(@TargetAggregateIdentifier CloseId closeId, int attempt, String reason, Instant at)
            implements CloseCycleCommand {}

    /** Late facts came for a frozen point; approval waits until a person decides. */
    @SentBy(Role.PROCESS)
    record NoteLateQuantities(@TargetAggregateIdentifier CloseId closeId, PointId point, String source, Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.ACCOUNTANT)
    record DecideLateQuantities(
            @TargetAggregateIdentifier CloseId closeId,
            PointId point,
            LateDecision decision,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {}

    /** Takes the results anew (for instance after a contract was added or a pack was rejected); approvals are void. */
    @SentBy(Role.ACCOUNTANT)
    record RestartClose(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Approves the pack whose hash the person was shown. Level is decided here: the first approval, then the second. */
    @SentBy(Role.APPROVER)
    record ApproveClose(@TargetAggregateIdentifier CloseId closeId, Sha256 packHash, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Rejects the pack: approvals are void and the preparer must act. */
    @SentBy(Role.APPROVER)
    record RejectClose(
            @TargetAggregateIdentifier CloseId closeId, Sha256 packHash, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** A reading was rejected for a month that stands frozen for this close: it waits until the dead letter is settled. */
    @SentBy(Role.PROCESS)
    record HoldForDeadLetter(
            @TargetAggregateIdentifier CloseId closeId, PointId point, DeadLetterId deadLetter, Instant at)
            implements CloseCycleCommand {}

    /** The dead letter is settled, by a good record or, by {@code excludedBy}, with a reason. */
    @SentBy(Role.PROCESS)
    record ReleaseHold(
            @TargetAggregateIdentifier CloseId closeId,
            DeadLetterId deadLetter,
            @Nullable PersonId excludedBy,
            Instant at)
            implements CloseCycleCommand {}

    /** The relay has told the close everything that was in the log before {@code NewsAwaited} of this round. */
    @SentBy(Role.PROCESS)
    record ConfirmNoNews(
            @TargetAggregateIdentifier CloseId closeId, int attempt, int round, NewsRelay relay, Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record ConfirmJournalPosted(@TargetAggregateIdentifier CloseId closeId, String documentNumber, Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record RecordIssuedDocuments(@TargetAggregateIdentifier CloseId closeId, List<IssuedDocument> documents, Instant at)
            implements CloseCycleCommand {}

    /** Locks the period; the hash must be the approved one. */
    @SentBy(Role.APPROVER)
    record LockPeriod(@TargetAggregateIdentifier CloseId closeId, Sha256 packHash, PersonId by, Instant at)
            implements CloseCycleCommand {}

    @SentBy(Role.PROCESS)
    record ConfirmLock(@TargetAggregateIdentifier CloseId closeId, Sha256 chainHash, Instant at)
            implements CloseCycleCommand {}
}
