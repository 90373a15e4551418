package io.tallybook.eventlog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tallybook.messages.Event;
import io.tallybook.messages.access.AccessEvent;
import io.tallybook.messages.adjustment.AdjustmentEvent;
import io.tallybook.messages.allocation.AllocationRunEvent;
import io.tallybook.messages.balance.SystemBalanceEvent;
import io.tallybook.messages.change.ChangeEvent;
import io.tallybook.messages.close.CloseCalendarEvent;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.contract.ContractEvent;
import io.tallybook.messages.contract.ShipperEvent;
import io.tallybook.messages.deadletter.DeadLetterEvent;
import io.tallybook.messages.intake.ImportEvent;
import io.tallybook.messages.journal.AccountMapEvent;
import io.tallybook.messages.journal.JournalBatchEvent;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.network.AreaEvent;
import io.tallybook.messages.network.NetworkEvent;
import io.tallybook.messages.network.PointEvent;
import io.tallybook.messages.nomination.NominationMonthEvent;
import io.tallybook.messages.price.PriceSeriesEvent;
import io.tallybook.messages.source.SourceEvent;
import io.tallybook.messages.statement.StatementEvent;
import java.util.List;
import java.util.Map;

/**
 * The one table that ties a class to the name and revision it has in the log. Names are written facts: a class may move or be
 * renamed, its name here may not; a new shape of an old fact is a new revision with an upcaster.
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
            row("adjustment.prior-period-adjustment-raised", AdjustmentEvent.PriorPeriodAdjustmentRaised.class),
            row("allocation.allocation-started", AllocationRunEvent.AllocationStarted.class),
            row("allocation.allocation-input-added", AllocationRunEvent.AllocationInputAdded.class),
            row("allocation.contract-shares-added", AllocationRunEvent.ContractSharesAdded.class),
            row("allocation.nominations-added", AllocationRunEvent.NominationsAdded.class),
            row("allocation.share-allocated", AllocationRunEvent.ShareAllocated.class),
            row("allocation.allocation-completed", AllocationRunEvent.AllocationCompleted.class),
            row("allocation.allocation-failed", AllocationRunEvent.AllocationFailed.class),
            row("allocation.allocation-superseded", AllocationRunEvent.AllocationSuperseded.class),
            row("balance.balance-opened", SystemBalanceEvent.BalanceOpened.class),
            row("balance.balance-input-added", SystemBalanceEvent.BalanceInputAdded.class),
            row("balance.balance-inputs-complete", SystemBalanceEvent.BalanceInputsComplete.class),
            row("balance.system-balance-calculated", SystemBalanceEvent.SystemBalanceCalculated.class),
            row("balance.imbalance-explained", SystemBalanceEvent.ImbalanceExplained.class),
            row("balance.balance-accepted", SystemBalanceEvent.BalanceAccepted.class),
            row("change.change-proposed", ChangeEvent.ChangeProposed.class),
            row("change.change-approved", ChangeEvent.ChangeApproved.class),
            row("change.change-rejected", ChangeEvent.ChangeRejected.class),
            row("change.change-completed", ChangeEvent.ChangeCompleted.class),
            row("close.calendar-opened", CloseCalendarEvent.CalendarOpened.class),
            row("close.holidays-set", CloseCalendarEvent.HolidaysSet.class),
            row("close.period-opened", CloseCalendarEvent.PeriodOpened.class),
            row("close.period-locked", CloseCalendarEvent.PeriodLocked.class),
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
            row("close.journal-added", CloseCycleEvent.JournalAdded.class),
            row("close.pack-ready", CloseCycleEvent.PackReady.class),
            row("close.blocker-reported", CloseCycleEvent.BlockerReported.class),
            row("close.steps-overdue", CloseCycleEvent.StepsOverdue.class),
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
            row("contract.contract-signed", ContractEvent.ContractSigned.class),
            row("contract.contract-amended", ContractEvent.ContractAmended.class),
            row("contract.contract-pinned", ContractEvent.ContractPinned.class),
            row("contract.contract-terms-outdated", ContractEvent.ContractTermsOutdated.class),
            row("contract.contract-terms-closed", ContractEvent.ContractTermsClosed.class),
            row("contract.shipper-registered", ShipperEvent.ShipperRegistered.class),
            row("deadletter.dead-letter-received", DeadLetterEvent.DeadLetterReceived.class),
            row("deadletter.dead-letter-excluded", DeadLetterEvent.DeadLetterExcluded.class),
            row("deadletter.dead-letter-replaced", DeadLetterEvent.DeadLetterReplaced.class),
            row("intake.import-started", ImportEvent.ImportStarted.class),
            row("intake.import-finished", ImportEvent.ImportFinished.class),
            row("journal.accounts-mapped", AccountMapEvent.AccountsMapped.class),
            row("journal.accounts-pinned", AccountMapEvent.AccountsPinned.class),
            row("journal.accounts-outdated", AccountMapEvent.AccountsOutdated.class),
            row("journal.journal-opened", JournalBatchEvent.JournalOpened.class),
            row("journal.journal-input-added", JournalBatchEvent.JournalInputAdded.class),
            row("journal.journal-prepared", JournalBatchEvent.JournalPrepared.class),
            row("journal.journal-failed", JournalBatchEvent.JournalFailed.class),
            row("journal.journal-posting-requested", JournalBatchEvent.JournalPostingRequested.class),
            row("journal.journal-repost-ordered", JournalBatchEvent.JournalRepostOrdered.class),
            row("journal.journal-posted", JournalBatchEvent.JournalPosted.class),
            row("journal.journal-posting-failed", JournalBatchEvent.JournalPostingFailed.class),
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
            row("metering.meter-month-closed", MeterMonthEvent.MeterMonthClosed.class),
            row("network.area-established", AreaEvent.AreaEstablished.class),
            row("network.tolerance-set", AreaEvent.ToleranceSet.class),
            row("network.point-placed", AreaEvent.PointPlaced.class),
            row("network.area-roster-pinned", AreaEvent.AreaRosterPinned.class),
            row("network.area-roster-outdated", AreaEvent.AreaRosterOutdated.class),
            row("network.area-configuration-closed", AreaEvent.AreaConfigurationClosed.class),
            row("network.network-established", NetworkEvent.NetworkEstablished.class),
            row("network.area-added", NetworkEvent.AreaAdded.class),
            row("network.contract-added", NetworkEvent.ContractAdded.class),
            row("network.roster-pinned", NetworkEvent.RosterPinned.class),
            row("network.point-configured", PointEvent.PointConfigured.class),
            row("network.point-configuration-closed", PointEvent.PointConfigurationClosed.class),
            row("nomination.nominations-recorded", NominationMonthEvent.NominationsRecorded.class),
            row("nomination.nominations-pinned", NominationMonthEvent.NominationsPinned.class),
            row("nomination.nominations-outdated", NominationMonthEvent.NominationsOutdated.class),
            row("nomination.nominations-closed", NominationMonthEvent.NominationsClosed.class),
            row("price.price-series-established", PriceSeriesEvent.PriceSeriesEstablished.class),
            row("price.prices-recorded", PriceSeriesEvent.PricesRecorded.class),
            row("price.prices-pinned", PriceSeriesEvent.PricesPinned.class),
            row("price.prices-unpinned", PriceSeriesEvent.PricesUnpinned.class),
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
            row("statement.volumes-valued", StatementEvent.VolumesValued.class),
            row("statement.price-missing", StatementEvent.PriceMissing.class),
            row("statement.statement-prepared", StatementEvent.StatementPrepared.class),
            row("statement.statement-outdated", StatementEvent.StatementOutdated.class),
            row("statement.statement-issued", StatementEvent.StatementIssued.class));

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
