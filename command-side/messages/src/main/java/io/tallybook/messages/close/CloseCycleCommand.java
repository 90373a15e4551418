package io.tallybook.messages.close;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Money;
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
 * in any order and more than once; those of an older attempt are unchanged. Long, for every step of domain/close.md has its order.
 */
public sealed interface CloseCycleCommand extends Command {
    CloseId closeId();

    /** {@code holidays} are those its due dates may meet, {@code terms} those it is closed under; null for the standard ones. */
    @SentBy(Role.PROCESS)
    record OpenClose(
            @TargetAggregateIdentifier CloseId closeId,
            NetworkId network,
            Instant dueFrom,
            List<LocalDate> holidays,
            boolean demo,
            PersonId by,
            Instant at,
            @Nullable CloseTerms terms)
            implements CloseCycleCommand {
        /** Under the standard terms. */
        public OpenClose(
                CloseId closeId,
                NetworkId network,
                Instant dueFrom,
                List<LocalDate> holidays,
                boolean demo,
                PersonId by,
                Instant at) {
            this(closeId, network, dueFrom, holidays, demo, by, at, null);
        }
    }

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
            @Nullable SeriesId imbalanceSeries,
            Instant at)
            implements CloseCycleCommand {
        /** Of a contract whose imbalances are not cashed out. */
        public AddPinnedContract(
                CloseId closeId,
                int attempt,
                ContractId contract,
                int version,
                ShipperId shipper,
                SeriesId series,
                int lookbackDays,
                Sha256 termsHash,
                PersonId author,
                Instant at) {
            this(closeId, attempt, contract, version, shipper, series, lookbackDays, termsHash, author, null, at);
        }
    }

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

    /** The variances of a contract's month are explained and reviewed, or none needs to be (domain/close.md, step 8). */
    @SentBy(Role.PROCESS)
    record AddVarianceReview(
            @TargetAggregateIdentifier CloseId closeId,
            int attempt,
            ContractId contract,
            int flagged,
            Sha256 contentHash,
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

    /**
     * These steps were due; of those not done and not told before, the close records that they are late, all at once, and to whom
     * it goes by {@code at} (see {@link Escalation}).
     */
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

    /**
     * Approves the pack whose hash the person was shown. Level is decided here: the first approval, then the second.
     *
     * @param limit up to which amount the right lets them sign; null for any. One of the two must reach the pack's
     * @param lent whose right it is when it is another's; null for the person's own
     */
    @SentBy(Role.APPROVER)
    record ApproveClose(
            @TargetAggregateIdentifier CloseId closeId,
            Sha256 packHash,
            @Nullable Money limit,
            @Nullable LentRight lent,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {
        public ApproveClose(CloseId closeId, Sha256 packHash, PersonId by, Instant at) {
            this(closeId, packHash, null, null, by, at);
        }

        public ApproveClose(CloseId closeId, Sha256 packHash, @Nullable Money limit, PersonId by, Instant at) {
            this(closeId, packHash, limit, null, by, at);
        }
    }

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

    /**
     * Stops the close before its next signature or lock; results already under way come in. The house holds a month while the
     * one before it is open again.
     */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.PROCESS})
    record HoldClose(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Lifts the hold; the house's own is lifted by the house alone. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.PROCESS})
    record ResumeClose(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Gives the cut-off more time, before it is declared. */
    @SentBy(Role.ACCOUNTANT)
    record ExtendCutoff(
            @TargetAggregateIdentifier CloseId closeId, Instant until, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Takes the opening of a month back in which nothing was done: no cut-off was ever declared. */
    @SentBy(Role.ACCOUNTANT)
    record CancelClose(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Takes the cut-off back while no month is frozen as a whole: points thaw and data come in again as before it. */
    @SentBy(Role.ACCOUNTANT)
    record ReopenCutoff(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** The calendar has opened the locked period again: what went out is taken back, in its order (ADR 20). */
    @SentBy(Role.PROCESS)
    record ReopenClose(
            @TargetAggregateIdentifier CloseId closeId,
            int revision,
            @Nullable AccountingPeriod next,
            List<LocalDate> holidays,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {}

    /** Posted and issued are taken back: the signatures they rested on are void. */
    @SentBy(Role.PROCESS)
    record InvalidateApprovals(@TargetAggregateIdentifier CloseId closeId, int revision, Instant at)
            implements CloseCycleCommand {}

    /** Everything is taken back and open: people may work on the month. */
    @SentBy(Role.PROCESS)
    record ConfirmUndone(@TargetAggregateIdentifier CloseId closeId, int revision, Instant at)
            implements CloseCycleCommand {}

    /** A step of taking back has failed and its cause was put right: the process goes through its steps again. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER})
    record RetryUndo(@TargetAggregateIdentifier CloseId closeId, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /**
     * Proposes a flash accrual: what the month will come to by estimate, booked before its close and taken back in the next
     * period. Takes the place of one that is not released yet.
     *
     * @param accounts whose accounts it is booked on
     * @param position of the log up to which the figures were looked at
     */
    @SentBy(Role.ACCOUNTANT)
    record PrepareAccrual(
            @TargetAggregateIdentifier CloseId closeId,
            List<AccruedShipper> shippers,
            AccountMapId accounts,
            long position,
            String note,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {}

    /**
     * Approves the accrual whose hash the person was shown.
     *
     * @param limit up to which amount the right lets them approve; null for any
     */
    @SentBy(Role.APPROVER)
    record ApproveAccrual(
            @TargetAggregateIdentifier CloseId closeId,
            int number,
            Sha256 contentHash,
            @Nullable Money limit,
            PersonId by,
            Instant at)
            implements CloseCycleCommand {}

    /** Before it is released; afterwards its reversal takes it back. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER})
    record DiscardAccrual(
            @TargetAggregateIdentifier CloseId closeId, int number, String reason, PersonId by, Instant at)
            implements CloseCycleCommand {}

    /** Its journal could not be written; another may be prepared. */
    @SentBy(Role.PROCESS)
    record FailAccrual(@TargetAggregateIdentifier CloseId closeId, int number, String sentence, Instant at)
            implements CloseCycleCommand {}
}
