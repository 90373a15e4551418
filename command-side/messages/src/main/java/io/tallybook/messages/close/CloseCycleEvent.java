package io.tallybook.messages.close;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a CloseCycle; long, for every step of domain/close.md leaves its fact. */
public sealed interface CloseCycleEvent extends Event {
    CloseId closeId();

    /** {@code at} is when it was opened; in a demo calendar due dates count from it. No holidays are null. */
    record CloseOpened(
            CloseId closeId,
            NetworkId network,
            int revision,
            Instant dueFrom,
            boolean demo,
            PersonId by,
            Instant at,
            @Nullable List<LocalDate> holidays,
            @Nullable CloseTerms terms)
            implements CloseCycleEvent {
        /** Under the standard terms. */
        public CloseOpened(
                CloseId closeId,
                NetworkId network,
                int revision,
                Instant dueFrom,
                boolean demo,
                PersonId by,
                Instant at,
                @Nullable List<LocalDate> holidays) {
            this(closeId, network, revision, dueFrom, demo, by, at, holidays, null);
        }
    }

    record CutoffDeclared(CloseId closeId, NetworkId network, int attempt, PersonId by) implements CloseCycleEvent {}

    record RosterAdded(CloseId closeId, int attempt, AccountMapId accounts, List<RosterArea> areas)
            implements CloseCycleEvent {}

    record PinnedContractAdded(
            CloseId closeId,
            int attempt,
            ContractId contract,
            int version,
            ShipperId shipper,
            SeriesId series,
            int lookbackDays,
            Sha256 termsHash,
            PersonId author,
            @Nullable SeriesId imbalanceSeries)
            implements CloseCycleEvent {
        public PinnedContractAdded(
                CloseId closeId,
                int attempt,
                ContractId contract,
                int version,
                ShipperId shipper,
                SeriesId series,
                int lookbackDays,
                Sha256 termsHash,
                PersonId author) {
            this(closeId, attempt, contract, version, shipper, series, lookbackDays, termsHash, author, null);
        }
    }

    /** The contracts of one shipper. */
    record ShipperContracts(ShipperId shipper, List<ContractId> contracts) {}

    /** A price series, who is valued by it, and the longest lookback their contracts allow. */
    record SeriesUse(SeriesId series, List<ShipperId> shippers, int lookbackDays) {}

    /** Every contract has answered: which statements and price series the month needs. */
    record ContractsComplete(
            CloseId closeId,
            int attempt,
            AccountMapId accounts,
            List<ShipperContracts> shippers,
            List<SeriesUse> series)
            implements CloseCycleEvent {}

    record FrozenAreaAdded(
            CloseId closeId,
            int attempt,
            AreaId area,
            int points,
            int records,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements CloseCycleEvent {}

    /** Every area is complete, without open dead letters, and frozen. */
    record MonthFrozen(CloseId closeId, int attempt, int areas, int points, int records) implements CloseCycleEvent {}

    record AreaBalanceAdded(
            CloseId closeId,
            int attempt,
            AreaId area,
            BalanceTotal month,
            int explained,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements CloseCycleEvent {}

    record MonthBalanced(CloseId closeId, int attempt, BalanceTotal month, int explained) implements CloseCycleEvent {}

    record StatementAdded(
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 allocationsHash,
            Sha256 contentHash,
            List<String> versions,
            List<PersonId> contributors)
            implements CloseCycleEvent {}

    /** Every statement is in and what they hold equals what was measured, to the last kWh. */
    record MonthValued(CloseId closeId, int attempt, int statements, StatementTotals totals)
            implements CloseCycleEvent {}

    record VarianceReviewAdded(
            CloseId closeId,
            int attempt,
            ContractId contract,
            int flagged,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements CloseCycleEvent {}

    /** The variances of every contract are reviewed; {@code flagged} of their lines needed a word. */
    record MonthReviewed(CloseId closeId, int attempt, int contracts, int flagged) implements CloseCycleEvent {}

    /**
     * The step needed nobody's word and nobody gave one: a rule certifies it.
     *
     * @param version of the rule
     * @param items how many areas, statements or contracts it looked at
     */
    record StepCertified(CloseId closeId, int attempt, CertificationRule rule, int version, int items)
            implements CloseCycleEvent {}

    record JournalAdded(
            CloseId closeId, int attempt, Sha256 contentHash, int accountsVersion, List<PersonId> contributors)
            implements CloseCycleEvent {}

    /**
     * The pack can be shown and signed.
     *
     * @param packHash SHA-256 over the sorted canonical lines of DESIGN.md, equal to the lock hash
     * @param contributors everyone who may not approve it
     */
    record PackReady(CloseId closeId, int attempt, Sha256 packHash, List<PersonId> contributors)
            implements CloseCycleEvent {}

    record BlockerReported(CloseId closeId, int attempt, CloseStep step, String subject, String sentence)
            implements CloseCycleEvent {}

    /** Steps that were due and not done, each told once in the life of a close. */
    record StepsOverdue(CloseId closeId, List<DueStep> steps) implements CloseCycleEvent {}

    /** Steps still not done when their lateness goes to the next level, each told once a level. */
    record StepsEscalated(CloseId closeId, Escalation level, List<DueStep> steps) implements CloseCycleEvent {}

    record LateQuantitiesNoted(CloseId closeId, PointId point, String source) implements CloseCycleEvent {}

    /** {@code by} is null when the house decided: after the last approval everything late is left for adjustment. */
    record LateQuantitiesDecided(
            CloseId closeId,
            PointId point,
            LateDecision decision,
            String reason,
            @Nullable PersonId by) implements CloseCycleEvent {}

    /** Results and approvals are void; {@code attempt} is the new one. {@code thaw}: points to open again. */
    record ResultsInvalidated(
            CloseId closeId,
            NetworkId network,
            int attempt,
            String reason,
            List<PointId> thaw,
            int approvalsVoided,
            @Nullable PersonId by)
            implements CloseCycleEvent {}

    /**
     * Somebody signed the pack.
     *
     * @param limit the amount up to which the right reaches; null for any
     * @param onBehalfOf whose right it was when it was lent; null for the person's own
     */
    record CloseApproved(
            CloseId closeId,
            int level,
            Sha256 packHash,
            PersonId by,
            @Nullable Money limit,
            @Nullable PersonId onBehalfOf)
            implements CloseCycleEvent {
        public CloseApproved(CloseId closeId, int level, Sha256 packHash, PersonId by) {
            this(closeId, level, packHash, by, null, null);
        }

        public CloseApproved(CloseId closeId, int level, Sha256 packHash, PersonId by, @Nullable Money limit) {
            this(closeId, level, packHash, by, limit, null);
        }
    }

    record CloseRejected(CloseId closeId, Sha256 packHash, String reason, PersonId by) implements CloseCycleEvent {}

    /** A dead letter fell into a frozen month: no approval until it is settled. */
    record HeldForDeadLetter(CloseId closeId, PointId point, DeadLetterId deadLetter) implements CloseCycleEvent {}

    /** {@code excludedBy} has a hand in the close from then on; null when a good record replaced the letter. */
    record HoldReleased(
            CloseId closeId,
            DeadLetterId deadLetter,
            @Nullable PersonId excludedBy) implements CloseCycleEvent {}

    /** Both have signed; the signatures count once every relay has told what was in the log before this (ADR 13). */
    record NewsAwaited(CloseId closeId, int attempt, int round) implements CloseCycleEvent {}

    record NoNewsConfirmed(CloseId closeId, int attempt, int round, NewsRelay relay) implements CloseCycleEvent {}

    /**
     * Both approvals stand and nothing older than they waits to be told: meter months close and the journal is posted.
     *
     * @param bookIn where the journal is booked when the month was accrued before; null for the close's own period
     */
    record ApprovalsComplete(
            CloseId closeId,
            int attempt,
            Sha256 packHash,
            List<AreaId> areas,
            List<SeriesId> series,
            @Nullable AccountingPeriod bookIn)
            implements CloseCycleEvent {
        /** Booked in its own period. */
        public ApprovalsComplete(
                CloseId closeId, int attempt, Sha256 packHash, List<AreaId> areas, List<SeriesId> series) {
            this(closeId, attempt, packHash, areas, series, null);
        }
    }

    record JournalPostingConfirmed(CloseId closeId, int attempt, Sha256 packHash, String documentNumber)
            implements CloseCycleEvent {}

    record ReportIssued(CloseId closeId, IssuedDocument document) implements CloseCycleEvent {}

    /** The whole pack is issued. */
    record PackPublished(CloseId closeId, int attempt, Sha256 packHash, int documents) implements CloseCycleEvent {}

    record LockRequested(CloseId closeId, Sha256 packHash, PersonId by) implements CloseCycleEvent {}

    record CloseLocked(CloseId closeId, Sha256 packHash, Sha256 chainHash) implements CloseCycleEvent {}

    record CloseHeld(CloseId closeId, String reason, PersonId by) implements CloseCycleEvent {}

    record CloseResumed(CloseId closeId, String reason, PersonId by) implements CloseCycleEvent {}

    record CutoffExtended(CloseId closeId, Instant until, String reason, PersonId by) implements CloseCycleEvent {}

    /** The month was opened by mistake; {@code opening} counts its openings. It may be opened again. */
    record CloseCancelled(CloseId closeId, int opening, String reason, PersonId by) implements CloseCycleEvent {}

    /** The cut-off is taken back and what was frozen thaws. {@code attempt} is the one that begins with the next cut-off. */
    record CutoffReopened(CloseId closeId, int attempt, String reason, PersonId by) implements CloseCycleEvent {}

    /**
     * The locked close is open again as this revision. Nothing may be signed, posted or locked until what went out is taken
     * back.
     *
     * @param undone the attempt that stood; {@code attempt} is the one that begins with the next cut-off
     * @param documentNumber under which the ERP posted it; null when nothing was posted
     * @param at when it was reopened; due dates count from it
     */
    record CloseReopened(
            CloseId closeId,
            NetworkId network,
            int revision,
            int undone,
            int attempt,
            Sha256 packHash,
            @Nullable String documentNumber,
            List<AreaId> areas,
            List<ShipperId> shippers,
            List<SeriesId> series,
            @Nullable AccountingPeriod next,
            @Nullable List<LocalDate> holidays,
            String reason,
            PersonId by,
            Instant at,
            @Nullable CloseTerms terms)
            implements CloseCycleEvent {
        /** Under the standard terms. */
        public CloseReopened(
                CloseId closeId,
                NetworkId network,
                int revision,
                int undone,
                int attempt,
                Sha256 packHash,
                @Nullable String documentNumber,
                List<AreaId> areas,
                List<ShipperId> shippers,
                List<SeriesId> series,
                @Nullable AccountingPeriod next,
                @Nullable List<LocalDate> holidays,
                String reason,
                PersonId by,
                Instant at) {
            this(
                    closeId,
                    network,
                    revision,
                    undone,
                    attempt,
                    packHash,
                    documentNumber,
                    areas,
                    shippers,
                    series,
                    next,
                    holidays,
                    reason,
                    by,
                    at,
                    null);
        }
    }

    /** The signatures of the revision before are void. */
    record ApprovalsInvalidated(CloseId closeId, int revision, int approvalsVoided) implements CloseCycleEvent {}

    /** Everything that went out is taken back; the month waits for its cut-off again. */
    record CloseUndone(CloseId closeId, int revision) implements CloseCycleEvent {}

    record UndoRetried(CloseId closeId, int revision, String reason, PersonId by) implements CloseCycleEvent {}

    /** A flash accrual waits for approval. {@code number} counts those of the close, from 1. */
    record AccrualPrepared(
            CloseId closeId,
            int number,
            List<AccruedShipper> shippers,
            AccountMapId accounts,
            long position,
            Sha256 contentHash,
            String note,
            PersonId by)
            implements CloseCycleEvent {}

    /** {@code limit} is that of the approver's grant; null for any. */
    record AccrualApproved(
            CloseId closeId,
            int number,
            Sha256 contentHash,
            PersonId by,
            @Nullable Money limit) implements CloseCycleEvent {}

    /**
     * Everybody it takes has approved: its journal is posted in the close's period and taken back in {@code reversedIn}, where from now
     * on the close's own journal is booked too.
     */
    record AccrualReleased(
            CloseId closeId,
            int number,
            AccountingPeriod reversedIn,
            List<AccruedShipper> shippers,
            AccountMapId accounts,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements CloseCycleEvent {}

    record AccrualDiscarded(CloseId closeId, int number, String reason, PersonId by) implements CloseCycleEvent {}

    record AccrualFailed(CloseId closeId, int number, String sentence) implements CloseCycleEvent {}

    /** What was accrued beside what this attempt came to, by shipper. */
    record AccrualTrueUpCalculated(CloseId closeId, int attempt, int number, List<TruedUpShipper> shippers)
            implements CloseCycleEvent {}
}
