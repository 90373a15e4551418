package io.tallybook.eventlog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tallybook.messages.Event;
import io.tallybook.messages.access.AccessEvent;
import io.tallybook.messages.access.DelegationEvent;
import io.tallybook.messages.adjustment.AdjustmentBookEvent;
import io.tallybook.messages.adjustment.AdjustmentEvent;
import io.tallybook.messages.allocation.AllocationRunEvent;
import io.tallybook.messages.balance.SystemBalanceEvent;
import io.tallybook.messages.cashout.CashOutTableEvent;
import io.tallybook.messages.change.ChangeEvent;
import io.tallybook.messages.close.CloseCalendarEvent;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.contract.ContractEvent;
import io.tallybook.messages.contract.ShipperEvent;
import io.tallybook.messages.deadletter.DeadLetterEvent;
import io.tallybook.messages.erp.ErpPeriodsEvent;
import io.tallybook.messages.intake.ImportEvent;
import io.tallybook.messages.journal.AccountMapEvent;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.network.AreaEvent;
import io.tallybook.messages.network.NetworkEvent;
import io.tallybook.messages.network.PointEvent;
import io.tallybook.messages.nomination.NominationMonthEvent;
import io.tallybook.messages.price.PriceSeriesEvent;
import io.tallybook.messages.processing.ClaimEvent;
import io.tallybook.messages.source.SourceEvent;
import io.tallybook.messages.statement.StatementEvent;
import io.tallybook.messages.variance.ThresholdsEvent;
import io.tallybook.messages.variance.VarianceReviewEvent;
import io.tallybook.messages.workpapers.WorkpapersEvent;
import java.util.List;
import java.util.Map;

/**
 * The one table that ties a class to the name and revision it has in the log. Names are written facts: a class may move or be
 * renamed, its name here may not; a new shape of an old fact is a new revision with an upcaster. It is
 * as long as the house has facts.
 */
public final class EventTypes {
    /** Name and revision as stored, and the class of today. */
    public record EventType(String name, String revision, Class<? extends Event> type) {}

    private static final String FIRST = "1";

    private static final List<EventType> TABLE = List.of(
            row("access.access-granted", AccessEvent.AccessGranted.class),
            row("access.access-proposed", AccessEvent.AccessProposed.class),
            row("access.access-revoked", AccessEvent.AccessRevoked.class),
            row("access.command-refused", AccessEvent.CommandRefused.class),
            row("access.approval-delegated", DelegationEvent.ApprovalDelegated.class),
            row("access.delegation-revoked", DelegationEvent.DelegationRevoked.class),
            row("adjustment.prior-period-adjustment-raised", AdjustmentEvent.PriorPeriodAdjustmentRaised.class),
            row("adjustment.adjustment-collected", AdjustmentBookEvent.AdjustmentCollected.class),
            row("adjustment.book-period-noted", AdjustmentBookEvent.BookPeriodNoted.class),
            row("adjustment.adjustments-prepared", AdjustmentBookEvent.AdjustmentsPrepared.class),
            row("adjustment.restatement-asked", AdjustmentBookEvent.RestatementAsked.class),
            row("adjustment.adjustment-effect-added", AdjustmentBookEvent.AdjustmentEffectAdded.class),
            row("adjustment.unshared-point-noted", AdjustmentBookEvent.UnsharedPointNoted.class),
            row("adjustment.ppa-calculated", AdjustmentBookEvent.PpaCalculated.class),
            row("adjustment.ppa-offered", AdjustmentBookEvent.PpaOffered.class),
            row("adjustment.preview-failed", AdjustmentBookEvent.PreviewFailed.class),
            row("adjustment.preview-outdated", AdjustmentBookEvent.PreviewOutdated.class),
            row("adjustment.ppa-approved", AdjustmentBookEvent.PpaApproved.class),
            row("adjustment.adjustment-rejected", AdjustmentBookEvent.AdjustmentRejected.class),
            row("adjustment.ppa-rejected", AdjustmentBookEvent.PpaRejected.class),
            row("adjustment.legal-hold-granted", AdjustmentBookEvent.LegalHoldGranted.class),
            row("adjustment.booking-asked", AdjustmentBookEvent.BookingAsked.class),
            row("adjustment.ppa-booked", AdjustmentBookEvent.PpaBooked.class),
            row("adjustment.adjustment-rules-set", AdjustmentBookEvent.AdjustmentRulesSet.class),
            row("allocation.allocation-started", AllocationRunEvent.AllocationStarted.class),
            row("allocation.allocation-input-added", AllocationRunEvent.AllocationInputAdded.class),
            row("allocation.contract-shares-added", AllocationRunEvent.ContractSharesAdded.class),
            row("allocation.nominations-added", AllocationRunEvent.NominationsAdded.class),
            row("allocation.share-allocated", AllocationRunEvent.ShareAllocated.class),
            row("allocation.allocation-completed", AllocationRunEvent.AllocationCompleted.class),
            row("allocation.allocation-failed", AllocationRunEvent.AllocationFailed.class),
            row("allocation.allocation-superseded", AllocationRunEvent.AllocationSuperseded.class),
            row("allocation.share-restated", AllocationRunEvent.ShareRestated.class),
            row("allocation.restatement-failed", AllocationRunEvent.RestatementFailed.class),
            row("balance.balance-opened", SystemBalanceEvent.BalanceOpened.class),
            row("balance.balance-input-added", SystemBalanceEvent.BalanceInputAdded.class),
            row("balance.balance-inputs-complete", SystemBalanceEvent.BalanceInputsComplete.class),
            row("balance.system-balance-calculated", SystemBalanceEvent.SystemBalanceCalculated.class),
            row("balance.imbalance-explained", SystemBalanceEvent.ImbalanceExplained.class),
            row("balance.balance-accepted", SystemBalanceEvent.BalanceAccepted.class),
            row("balance.acceptance-awaited", SystemBalanceEvent.AcceptanceAwaited.class),
            row("balance.imbalance-accepted", SystemBalanceEvent.ImbalanceAccepted.class),
            row("change.change-proposed", ChangeEvent.ChangeProposed.class),
            row("change.change-approved", ChangeEvent.ChangeApproved.class),
            row("change.change-rejected", ChangeEvent.ChangeRejected.class),
            row("change.change-completed", ChangeEvent.ChangeCompleted.class),
            row("close.calendar-opened", CloseCalendarEvent.CalendarOpened.class),
            row("close.holidays-set", CloseCalendarEvent.HolidaysSet.class),
            row("close.close-terms-set", CloseCalendarEvent.CloseTermsSet.class),
            row("close.period-opened", CloseCalendarEvent.PeriodOpened.class),
            row("close.period-taken-back", CloseCalendarEvent.PeriodTakenBack.class),
            row("close.period-locked", CloseCalendarEvent.PeriodLocked.class),
            row("close.reopen-requested", CloseCalendarEvent.ReopenRequested.class),
            row("close.reopen-approved", CloseCalendarEvent.ReopenApproved.class),
            row("close.reopen-declined", CloseCalendarEvent.ReopenDeclined.class),
            row("close.period-reopened", CloseCalendarEvent.PeriodReopened.class),
            row("close.hard-lock-raised", CloseCalendarEvent.HardLockRaised.class),
            row("close.soft-lock-moved", CloseCalendarEvent.SoftLockMoved.class),
            row("close.lock-exception-granted", CloseCalendarEvent.LockExceptionGranted.class),
            row("close.lock-exception-ended", CloseCalendarEvent.LockExceptionEnded.class),
            row("close.period-adjusted", CloseCalendarEvent.PeriodAdjusted.class),
            row("close.close-opened", CloseCycleEvent.CloseOpened.class),
            row("close.cutoff-declared", CloseCycleEvent.CutoffDeclared.class),
            row("close.roster-added", CloseCycleEvent.RosterAdded.class),
            row("close.pinned-contract-added", CloseCycleEvent.PinnedContractAdded.class),
            row("close.contracts-complete", CloseCycleEvent.ContractsComplete.class),
            row("close.frozen-area-added", CloseCycleEvent.FrozenAreaAdded.class),
            row("close.month-frozen", CloseCycleEvent.MonthFrozen.class),
            row("close.area-balance-added", CloseCycleEvent.AreaBalanceAdded.class),
            row("close.month-balanced", CloseCycleEvent.MonthBalanced.class),
            row("close.statement-added", CloseCycleEvent.StatementAdded.class),
            row("close.month-valued", CloseCycleEvent.MonthValued.class),
            row("close.variance-review-added", CloseCycleEvent.VarianceReviewAdded.class),
            row("close.month-reviewed", CloseCycleEvent.MonthReviewed.class),
            row("close.journal-added", CloseCycleEvent.JournalAdded.class),
            row("close.pack-ready", CloseCycleEvent.PackReady.class),
            row("close.blocker-reported", CloseCycleEvent.BlockerReported.class),
            row("close.steps-overdue", CloseCycleEvent.StepsOverdue.class),
            row("close.steps-escalated", CloseCycleEvent.StepsEscalated.class),
            row("close.held-for-dead-letter", CloseCycleEvent.HeldForDeadLetter.class),
            row("close.hold-released", CloseCycleEvent.HoldReleased.class),
            row("close.news-awaited", CloseCycleEvent.NewsAwaited.class),
            row("close.no-news-confirmed", CloseCycleEvent.NoNewsConfirmed.class),
            row("close.late-quantities-noted", CloseCycleEvent.LateQuantitiesNoted.class),
            row("close.late-quantities-decided", CloseCycleEvent.LateQuantitiesDecided.class),
            row("close.results-invalidated", CloseCycleEvent.ResultsInvalidated.class),
            row("close.close-approved", CloseCycleEvent.CloseApproved.class),
            row("close.close-rejected", CloseCycleEvent.CloseRejected.class),
            row("close.approvals-complete", CloseCycleEvent.ApprovalsComplete.class),
            row("close.journal-posting-confirmed", CloseCycleEvent.JournalPostingConfirmed.class),
            row("close.report-issued", CloseCycleEvent.ReportIssued.class),
            row("close.pack-published", CloseCycleEvent.PackPublished.class),
            row("close.lock-requested", CloseCycleEvent.LockRequested.class),
            row("close.close-locked", CloseCycleEvent.CloseLocked.class),
            row("close.close-held", CloseCycleEvent.CloseHeld.class),
            row("close.close-resumed", CloseCycleEvent.CloseResumed.class),
            row("close.cutoff-extended", CloseCycleEvent.CutoffExtended.class),
            row("close.step-certified", CloseCycleEvent.StepCertified.class),
            row("close.cancelled", CloseCycleEvent.CloseCancelled.class),
            row("close.cutoff-reopened", CloseCycleEvent.CutoffReopened.class),
            row("close.accrual-prepared", CloseCycleEvent.AccrualPrepared.class),
            row("close.accrual-approved", CloseCycleEvent.AccrualApproved.class),
            row("close.accrual-released", CloseCycleEvent.AccrualReleased.class),
            row("close.accrual-discarded", CloseCycleEvent.AccrualDiscarded.class),
            row("close.accrual-failed", CloseCycleEvent.AccrualFailed.class),
            row("close.accrual-true-up-calculated", CloseCycleEvent.AccrualTrueUpCalculated.class),
            row("close.close-reopened", CloseCycleEvent.CloseReopened.class),
            row("close.approvals-invalidated", CloseCycleEvent.ApprovalsInvalidated.class),
            row("close.close-undone", CloseCycleEvent.CloseUndone.class),
            row("close.undo-retried", CloseCycleEvent.UndoRetried.class),
            row("contract.contract-signed", ContractEvent.ContractSigned.class),
            row("contract.contract-amended", ContractEvent.ContractAmended.class),
            row("contract.contract-pinned", ContractEvent.ContractPinned.class),
            row("contract.contract-terms-outdated", ContractEvent.ContractTermsOutdated.class),
            row("contract.contract-terms-closed", ContractEvent.ContractTermsClosed.class),
            row("contract.contract-terms-reopened", ContractEvent.ContractTermsReopened.class),
            row("contract.shipper-registered", ShipperEvent.ShipperRegistered.class),
            row("deadletter.dead-letter-received", DeadLetterEvent.DeadLetterReceived.class),
            row("deadletter.dead-letter-excluded", DeadLetterEvent.DeadLetterExcluded.class),
            row("deadletter.dead-letter-replaced", DeadLetterEvent.DeadLetterReplaced.class),
            row("intake.import-started", ImportEvent.ImportStarted.class),
            row("intake.import-finished", ImportEvent.ImportFinished.class),
            row("cashout.table-defined", CashOutTableEvent.CashOutTableDefined.class),
            row("cashout.table-pinned", CashOutTableEvent.CashOutTablePinned.class),
            row("cashout.table-outdated", CashOutTableEvent.CashOutTableOutdated.class),
            row("journal.accounts-mapped", AccountMapEvent.AccountsMapped.class),
            row("journal.accounts-pinned", AccountMapEvent.AccountsPinned.class),
            row("journal.accounts-outdated", AccountMapEvent.AccountsOutdated.class),
            row("journal.accounts-told", AccountMapEvent.AccountsTold.class),
            row("journal.journal-opened", JournalBatchEvent.JournalOpened.class),
            row("journal.journal-input-added", JournalBatchEvent.JournalInputAdded.class),
            row("journal.journal-prepared", JournalBatchEvent.JournalPrepared.class),
            row("journal.journal-failed", JournalBatchEvent.JournalFailed.class),
            row("journal.journal-posting-requested", JournalBatchEvent.JournalPostingRequested.class),
            row("journal.journal-repost-ordered", JournalBatchEvent.JournalRepostOrdered.class),
            row("journal.journal-posted", JournalBatchEvent.JournalPosted.class),
            row("journal.journal-posting-failed", JournalBatchEvent.JournalPostingFailed.class),
            row("journal.journal-reversal-ordered", JournalBatchEvent.JournalReversalOrdered.class),
            row("journal.journal-reversed", JournalBatchEvent.JournalReversed.class),
            row("journal.journal-sending-begun", JournalBatchEvent.JournalSendingBegun.class),
            row("journal.journal-outcome-unknown", JournalBatchEvent.JournalOutcomeUnknown.class),
            row("journal.journal-remap-ordered", JournalBatchEvent.JournalRemapOrdered.class),
            row("journal.journal-remapped", JournalBatchEvent.JournalRemapped.class),
            row("journal.journal-reconciliation-requested", JournalBatchEvent.JournalReconciliationRequested.class),
            row("journal.journal-reconciled", JournalBatchEvent.JournalReconciled.class),
            row("metering.quantities-recorded", MeterMonthEvent.QuantitiesRecorded.class),
            row("metering.late-quantities-received", MeterMonthEvent.LateQuantitiesReceived.class),
            row("metering.rejected-reading-noted", MeterMonthEvent.RejectedReadingNoted.class),
            row("metering.rejected-reading-holds-close", MeterMonthEvent.RejectedReadingHoldsClose.class),
            row("metering.rejected-reading-releases-close", MeterMonthEvent.RejectedReadingReleasesClose.class),
            row("metering.rejected-reading-replaced", MeterMonthEvent.RejectedReadingReplaced.class),
            row("metering.rejected-reading-excluded", MeterMonthEvent.RejectedReadingExcluded.class),
            row("metering.meter-month-not-ready", MeterMonthEvent.MeterMonthNotReady.class),
            row("metering.meter-month-ready", MeterMonthEvent.MeterMonthReady.class),
            row("metering.meter-month-frozen", MeterMonthEvent.MeterMonthFrozen.class),
            row("metering.meter-month-thawed", MeterMonthEvent.MeterMonthThawed.class),
            row("metering.actual-received", MeterMonthEvent.ActualReceived.class),
            row("metering.estimate-accepted", MeterMonthEvent.EstimateAccepted.class),
            row("metering.estimate-withdrawn", MeterMonthEvent.EstimateWithdrawn.class),
            row("metering.gap-estimated", MeterMonthEvent.GapEstimated.class),
            row("metering.meter-month-closed", MeterMonthEvent.MeterMonthClosed.class),
            row("metering.meter-month-reopened", MeterMonthEvent.MeterMonthReopened.class),
            row("network.area-established", AreaEvent.AreaEstablished.class),
            row("network.tolerance-set", AreaEvent.ToleranceSet.class),
            row("network.point-placed", AreaEvent.PointPlaced.class),
            row("network.area-roster-pinned", AreaEvent.AreaRosterPinned.class),
            row("network.area-roster-outdated", AreaEvent.AreaRosterOutdated.class),
            row("network.area-configuration-closed", AreaEvent.AreaConfigurationClosed.class),
            row("network.area-configuration-reopened", AreaEvent.AreaConfigurationReopened.class),
            row("network.network-established", NetworkEvent.NetworkEstablished.class),
            row("network.area-added", NetworkEvent.AreaAdded.class),
            row("network.contract-added", NetworkEvent.ContractAdded.class),
            row("network.roster-pinned", NetworkEvent.RosterPinned.class),
            row("network.point-configured", PointEvent.PointConfigured.class),
            row("network.point-configuration-closed", PointEvent.PointConfigurationClosed.class),
            row("network.point-configuration-reopened", PointEvent.PointConfigurationReopened.class),
            row("variance.threshold-set", ThresholdsEvent.ThresholdSet.class),
            row("variance.thresholds-pinned", ThresholdsEvent.ThresholdsPinned.class),
            row("variance.thresholds-outdated", ThresholdsEvent.ThresholdsOutdated.class),
            row("variance.thresholds-closed", ThresholdsEvent.ThresholdsClosed.class),
            row("variance.budget-set", VarianceReviewEvent.BudgetSet.class),
            row("variance.heating-value-set", VarianceReviewEvent.HeatingValueSet.class),
            row("variance.nominations-noted", VarianceReviewEvent.NominationsNoted.class),
            row("variance.review-opened", VarianceReviewEvent.ReviewOpened.class),
            row("variance.thresholds-added", VarianceReviewEvent.ThresholdsAdded.class),
            row("variance.figures-told", VarianceReviewEvent.FiguresTold.class),
            row("variance.earlier-figures-added", VarianceReviewEvent.EarlierFiguresAdded.class),
            row("variance.lines-valued", VarianceReviewEvent.LinesValued.class),
            row("variance.figures-completed", VarianceReviewEvent.FiguresCompleted.class),
            row("variance.variance-flagged", VarianceReviewEvent.VarianceFlagged.class),
            row("variance.variance-cleared", VarianceReviewEvent.VarianceCleared.class),
            row("variance.variance-explained", VarianceReviewEvent.VarianceExplained.class),
            row("variance.review-signed", VarianceReviewEvent.ReviewSigned.class),
            row("variance.review-unsigned", VarianceReviewEvent.ReviewUnsigned.class),
            row("variance.variance-review-completed", VarianceReviewEvent.VarianceReviewCompleted.class),
            row("variance.variance-review-outdated", VarianceReviewEvent.VarianceReviewOutdated.class),
            row("variance.variance-review-closed", VarianceReviewEvent.VarianceReviewClosed.class),
            row("workpapers.note-written", WorkpapersEvent.NoteWritten.class),
            row("workpapers.note-answered", WorkpapersEvent.NoteAnswered.class),
            row("workpapers.note-assigned", WorkpapersEvent.NoteAssigned.class),
            row("workpapers.note-resolved", WorkpapersEvent.NoteResolved.class),
            row("workpapers.note-closed", WorkpapersEvent.NoteClosed.class),
            row("workpapers.note-returned", WorkpapersEvent.NoteReturned.class),
            row("workpapers.evidence-attached", WorkpapersEvent.EvidenceAttached.class),
            row("workpapers.evidence-withdrawn", WorkpapersEvent.EvidenceWithdrawn.class),
            row("workpapers.workpapers-sealed", WorkpapersEvent.WorkpapersSealed.class),
            row("workpapers.review-point-rolled-forward", WorkpapersEvent.ReviewPointRolledForward.class),
            row("workpapers.review-point-carried", WorkpapersEvent.ReviewPointCarried.class),
            row("nomination.nominations-recorded", NominationMonthEvent.NominationsRecorded.class),
            row("nomination.nominations-pinned", NominationMonthEvent.NominationsPinned.class),
            row("nomination.nominations-outdated", NominationMonthEvent.NominationsOutdated.class),
            row("nomination.nominations-closed", NominationMonthEvent.NominationsClosed.class),
            row("nomination.nominations-reopened", NominationMonthEvent.NominationsReopened.class),
            row("price.price-series-established", PriceSeriesEvent.PriceSeriesEstablished.class),
            row("price.prices-recorded", PriceSeriesEvent.PricesRecorded.class),
            row("price.prices-pinned", PriceSeriesEvent.PricesPinned.class),
            row("price.prices-unpinned", PriceSeriesEvent.PricesUnpinned.class),
            row("price.prices-reopened", PriceSeriesEvent.PricesReopened.class),
            row("erp.erp-period-told", ErpPeriodsEvent.ErpPeriodTold.class),
            row("processing.stale-claim-cleared", ClaimEvent.StaleClaimCleared.class),
            row("source.source-defined", SourceEvent.SourceDefined.class),
            row("source.source-paused", SourceEvent.SourcePaused.class),
            row("source.source-resumed", SourceEvent.SourceResumed.class),
            row("source.pull-requested", SourceEvent.PullRequested.class),
            row("source.object-taken", SourceEvent.ObjectTaken.class),
            row("source.pull-recorded", SourceEvent.PullRecorded.class),
            row("source.pull-failed", SourceEvent.PullFailed.class),
            row("statement.statement-opened", StatementEvent.StatementOpened.class),
            row("statement.statement-terms-added", StatementEvent.StatementTermsAdded.class),
            row("statement.statement-prices-added", StatementEvent.StatementPricesAdded.class),
            row("statement.allocated-volumes-added", StatementEvent.AllocatedVolumesAdded.class),
            row("statement.statement-nominations-added", StatementEvent.StatementNominationsAdded.class),
            row("statement.statement-tiers-added", StatementEvent.StatementTiersAdded.class),
            row("statement.imbalances-cashed-out", StatementEvent.ImbalancesCashedOut.class),
            row("statement.volumes-valued", StatementEvent.VolumesValued.class),
            row("statement.price-missing", StatementEvent.PriceMissing.class),
            row("statement.statement-prepared", StatementEvent.StatementPrepared.class),
            row("statement.statement-outdated", StatementEvent.StatementOutdated.class),
            row("statement.statement-voided", StatementEvent.StatementVoided.class),
            row("statement.statement-issued", StatementEvent.StatementIssued.class),
            row("statement.volumes-revalued", StatementEvent.VolumesRevalued.class),
            row("statement.revaluation-failed", StatementEvent.RevaluationFailed.class));

    private static final Map<String, EventType> BY_NAME =
            TABLE.stream().collect(toUnmodifiableMap(EventType::name, identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            TABLE.stream().collect(toUnmodifiableMap(EventType::type, identity()));

    private EventTypes() {}

    /** Every kind of event there is. */
    public static List<EventType> all() {
        return TABLE;
    }

    /** @throws UnknownEventType when the class has no name in the table */
    static EventType of(Class<?> event) {
        EventType found = BY_CLASS.get(event);
        if (found == null) {
            throw new UnknownEventType("the class " + event.getName() + " has no name in the log");
        }
        return found;
    }

    /** @throws UnknownEventType which stops whoever reads; nothing is skipped */
    static EventType of(String name, String revision) {
        EventType found = BY_NAME.get(name);
        if (found == null || !found.revision().equals(revision)) {
            throw new UnknownEventType("the log holds an event '" + name + "' revision '" + revision
                    + "' that this version of the program does not know");
        }
        return found;
    }

    private static EventType row(String name, Class<? extends Event> type) {
        return new EventType(name, FIRST, type);
    }
}
