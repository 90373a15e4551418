package io.tallybook.eventlog;

import static io.tallybook.messages.close.LockArea.ACCOUNTING;
import static io.tallybook.messages.close.LockArea.ALLOCATION;
import static io.tallybook.messages.close.LockArea.CONFIGURATION;
import static io.tallybook.messages.close.LockArea.MEASUREMENT;

import io.tallybook.eventlog.Touched.OfArea;
import io.tallybook.eventlog.Touched.OfContract;
import io.tallybook.eventlog.Touched.OfDeadLetter;
import io.tallybook.eventlog.Touched.OfGroup;
import io.tallybook.eventlog.Touched.OfNetwork;
import io.tallybook.eventlog.Touched.OfPoint;
import io.tallybook.eventlog.Touched.Place;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.access.AccessCommand;
import io.tallybook.messages.access.DelegationCommand;
import io.tallybook.messages.adjustment.AdjustmentBookCommand;
import io.tallybook.messages.balance.SystemBalanceCommand;
import io.tallybook.messages.cashout.CashOutTableCommand;
import io.tallybook.messages.change.ChangeCommand;
import io.tallybook.messages.close.CloseCalendarCommand;
import io.tallybook.messages.close.CloseCycleCommand;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.LockArea;
import io.tallybook.messages.contract.ContractCommand;
import io.tallybook.messages.contract.ShipperCommand;
import io.tallybook.messages.deadletter.DeadLetterCommand;
import io.tallybook.messages.erp.ErpPeriodsCommand;
import io.tallybook.messages.intake.ImportCommand;
import io.tallybook.messages.journal.AccountMapCommand;
import io.tallybook.messages.journal.JournalBatchCommand;
import io.tallybook.messages.metering.MeterMonthCommand;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaCommand;
import io.tallybook.messages.network.NetworkCommand;
import io.tallybook.messages.network.PointCommand;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationMonthCommand;
import io.tallybook.messages.price.PriceSeriesCommand;
import io.tallybook.messages.processing.ClaimCommand;
import io.tallybook.messages.source.SourceCommand;
import io.tallybook.messages.variance.ThresholdsCommand;
import io.tallybook.messages.variance.VarianceReviewCommand;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.workpapers.WorkpapersCommand;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The table soft locks go by (ADR 21): every order a person can give is either of an area of work, with what it touches, or
 * free with the reason. An order to a month touches it from its first day. It is as long as the house has such orders.
 */
final class GuardedOrders {
    private static final String OF_THE_CALENDAR = "the calendar decides by its own rules when months open and lock";
    private static final String OF_THE_CLOSE = "a step of the close itself, which leads to its lock";
    private static final String OF_ACCESS = "accounts and roles touch no month";
    private static final String OF_PROCESSING = "who works on what is no matter of a month";
    private static final String OF_CHANGES = "a proposal moves nothing: the orders of its rows are guarded one by one";
    private static final String OF_INTAKE = "an import brings measured facts, which are never refused";
    private static final String OF_WORKPAPERS = "notes and evidence move no figure, also of a locked month";
    private static final String UNDATED = "it has no date and touches the figures of no month";

    private static final Map<Class<? extends Command>, Row<?>> AREAS = new HashMap<>();
    private static final Map<Class<? extends Command>, String> FREE = new HashMap<>();

    private record Row<C extends Command>(Class<C> type, LockArea area, Function<C, Touched> touched) {
        Guarded of(Command order) {
            return new Guarded(area, touched.apply(type.cast(order)));
        }
    }

    /** An order's area of work and what it touches. */
    record Guarded(LockArea area, Touched touched) {}

    private GuardedOrders() {}

    static {
        measurement();
        configuration();
        allocation();
        accounting();
        free(
                OF_THE_CALENDAR,
                CloseCalendarCommand.OpenCalendar.class,
                CloseCalendarCommand.SetHolidays.class,
                CloseCalendarCommand.SetCloseTerms.class,
                CloseCalendarCommand.OpenPeriod.class,
                CloseCalendarCommand.RequestReopen.class,
                CloseCalendarCommand.ApproveReopen.class,
                CloseCalendarCommand.ConsentToReopen.class,
                CloseCalendarCommand.DeclineReopen.class,
                CloseCalendarCommand.RaiseHardLock.class,
                CloseCalendarCommand.MoveSoftLocks.class,
                CloseCalendarCommand.GrantLockException.class,
                CloseCalendarCommand.EndLockException.class);
        free(
                OF_THE_CLOSE,
                CloseCycleCommand.DeclareCutoff.class,
                CloseCycleCommand.ExtendCutoff.class,
                CloseCycleCommand.ReopenCutoff.class,
                CloseCycleCommand.CancelClose.class,
                CloseCycleCommand.PrepareAccrual.class,
                CloseCycleCommand.ApproveAccrual.class,
                CloseCycleCommand.DiscardAccrual.class,
                CloseCycleCommand.RestartClose.class,
                CloseCycleCommand.ApproveClose.class,
                CloseCycleCommand.RejectClose.class,
                CloseCycleCommand.LockPeriod.class,
                CloseCycleCommand.HoldClose.class,
                CloseCycleCommand.ResumeClose.class,
                CloseCycleCommand.RetryUndo.class,
                JournalBatchCommand.RepostJournal.class,
                JournalBatchCommand.ReconcileJournal.class);
        free(
                OF_ACCESS,
                AccessCommand.GrantAccess.class,
                AccessCommand.ApproveAccess.class,
                AccessCommand.RevokeAccess.class,
                DelegationCommand.DelegateApproval.class,
                DelegationCommand.RevokeDelegation.class);
        free(OF_PROCESSING, ClaimCommand.ClearStaleClaim.class);
        free(
                OF_WORKPAPERS,
                WorkpapersCommand.WriteNote.class,
                WorkpapersCommand.AnswerNote.class,
                WorkpapersCommand.AssignNote.class,
                WorkpapersCommand.ResolveNote.class,
                WorkpapersCommand.CloseNote.class,
                WorkpapersCommand.ReturnNote.class,
                WorkpapersCommand.AttachEvidence.class,
                WorkpapersCommand.WithdrawEvidence.class);
        free(
                OF_CHANGES,
                ChangeCommand.ProposeChange.class,
                ChangeCommand.ApproveChange.class,
                ChangeCommand.RejectChange.class);
        free(
                OF_INTAKE,
                ImportCommand.StartImport.class,
                ImportCommand.FinishImport.class,
                DeadLetterCommand.ReceiveDeadLetter.class,
                PriceSeriesCommand.RecordPrices.class,
                SourceCommand.DefineSource.class,
                SourceCommand.PauseSource.class,
                SourceCommand.ResumeSource.class,
                SourceCommand.RequestPull.class,
                ErpPeriodsCommand.TellErpPeriod.class);
        free(
                UNDATED,
                NetworkCommand.EstablishNetwork.class,
                ShipperCommand.RegisterShipper.class,
                PriceSeriesCommand.EstablishPriceSeries.class,
                AccountMapCommand.MapAccounts.class,
                CashOutTableCommand.DefineCashOutTable.class);
    }

    private static void measurement() {
        guard(
                MEASUREMENT,
                MeterMonthCommand.RecordQuantities.class,
                c -> new Touched(new OfPoint(c.month().point()), c.day()));
        guard(
                MEASUREMENT,
                MeterMonthCommand.EstimateGap.class,
                c -> new Touched(
                        new OfPoint(c.month().point()),
                        c.starts().stream()
                                .min(Comparator.naturalOrder())
                                .map(c.rule().gasDay()::dayOf)
                                .orElse(c.month().period().firstDay())));
        guard(MEASUREMENT, MeterMonthCommand.AcceptEstimate.class, c -> ofMonth(c.month()));
        guard(MEASUREMENT, MeterMonthCommand.WithdrawEstimate.class, c -> ofMonth(c.month()));
        guard(
                MEASUREMENT,
                DeadLetterCommand.ExcludeDeadLetter.class,
                c -> Touched.openPeriod(new OfDeadLetter(c.deadLetter())));
        guard(MEASUREMENT, CloseCycleCommand.DecideLateQuantities.class, c -> ofClose(c.closeId()));
    }

    private static void configuration() {
        guard(CONFIGURATION, NetworkCommand.AddArea.class, c -> Touched.openPeriod(new OfNetwork(c.network())));
        guard(CONFIGURATION, NetworkCommand.AddContract.class, c -> Touched.openPeriod(new OfNetwork(c.network())));
        guard(
                CONFIGURATION,
                AreaCommand.EstablishArea.class,
                c -> Touched.since(new OfNetwork(c.network()), c.tolerance().effectiveFrom()));
        guard(
                CONFIGURATION,
                AreaCommand.SetTolerance.class,
                c -> Touched.since(new OfArea(c.area()), c.tolerance().effectiveFrom()));
        guard(
                CONFIGURATION,
                AreaCommand.PlacePoint.class,
                c -> new Touched(new OfArea(c.area()), c.rule().inForceFrom()));
        guard(
                CONFIGURATION,
                PointCommand.ConfigurePoint.class,
                c -> new Touched(new OfArea(c.area()), c.rule().inForceFrom()));
        guard(
                CONFIGURATION,
                ContractCommand.SignContract.class,
                c -> Touched.since(new OfArea(c.area()), c.terms().effectiveFrom()));
        guard(
                CONFIGURATION,
                ContractCommand.AmendContract.class,
                c -> Touched.since(new OfContract(c.contract()), c.terms().effectiveFrom()));
        guard(
                CONFIGURATION,
                NominationMonthCommand.RecordNominations.class,
                c -> new Touched(
                        new OfContract(c.month().contract()),
                        c.days().stream()
                                .map(NominatedDay::day)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()));
        guard(
                CONFIGURATION,
                ThresholdsCommand.SetThreshold.class,
                c -> Touched.since(
                        new OfGroup(new CloseGroup(c.thresholds().value())),
                        c.threshold().effectiveFrom()));
        guard(
                CONFIGURATION,
                AdjustmentBookCommand.SetAdjustmentRules.class,
                c -> Touched.since(new OfGroup(c.book().group()), c.rules().effectiveFrom()));
        guard(CONFIGURATION, VarianceReviewCommand.SetBudget.class, c -> ofReview(c.review()));
        guard(CONFIGURATION, VarianceReviewCommand.SetHeatingValue.class, c -> ofReview(c.review()));
    }

    private static void allocation() {
        guard(ALLOCATION, SystemBalanceCommand.ExplainImbalance.class, c -> {
            GasDay day = c.day();
            return new Touched(
                    new OfArea(c.balance().area()),
                    day == null ? c.balance().period().firstDay() : day);
        });
        guard(
                ALLOCATION,
                SystemBalanceCommand.AcceptBalance.class,
                c -> Touched.since(new OfArea(c.balance().area()), c.balance().period()));
        guard(ALLOCATION, VarianceReviewCommand.RecordVarianceExplanation.class, c -> ofReview(c.review()));
        guard(ALLOCATION, VarianceReviewCommand.SignReview.class, c -> ofReview(c.review()));
        guard(ALLOCATION, VarianceReviewCommand.UnsignReview.class, c -> ofReview(c.review()));
    }

    /** Adjustments are booked in the period that is open, whatever month they restate. */
    private static void accounting() {
        guard(
                ACCOUNTING,
                JournalBatchCommand.RemapJournal.class,
                c -> ofClose(c.journal().close()));
        guard(
                ACCOUNTING,
                AdjustmentBookCommand.PrepareAdjustments.class,
                c -> Touched.openPeriod(new OfGroup(c.book().group())));
        guard(
                ACCOUNTING,
                AdjustmentBookCommand.ApproveAdjustments.class,
                c -> Touched.openPeriod(new OfGroup(c.book().group())));
        guard(
                ACCOUNTING,
                AdjustmentBookCommand.RejectAdjustments.class,
                c -> Touched.openPeriod(new OfGroup(c.book().group())));
        guard(
                ACCOUNTING,
                AdjustmentBookCommand.GrantLegalHold.class,
                c -> Touched.openPeriod(new OfGroup(c.book().group())));
        guard(
                ACCOUNTING,
                AdjustmentBookCommand.RetryBooking.class,
                c -> Touched.openPeriod(new OfGroup(c.book().group())));
    }

    private static Touched ofMonth(MeterMonthId month) {
        return Touched.since(new OfPoint(month.point()), month.period());
    }

    private static Touched ofClose(CloseId close) {
        return Touched.since(new OfGroup(close.group()), close.period());
    }

    private static Touched ofReview(VarianceReviewId review) {
        return Touched.since(new OfContract(review.contract()), review.period());
    }

    private static <C extends Command> void guard(LockArea area, Class<C> type, Function<C, Touched> touched) {
        AREAS.put(type, new Row<>(type, area, touched));
    }

    @SafeVarargs
    private static void free(String reason, Class<? extends Command>... types) {
        for (Class<? extends Command> type : types) {
            FREE.put(type, reason);
        }
    }

    /** The order's area and reach; empty when it is free. */
    static Optional<Guarded> of(Command order) {
        return Optional.ofNullable(AREAS.get(order.getClass())).map(row -> row.of(order));
    }

    /** Whose it is; empty when it is of the whole house. */
    static Optional<LockArea> areaOf(Class<? extends Command> order) {
        return Optional.ofNullable(AREAS.get(order)).map(Row::area);
    }

    static Optional<Place> place(Command order) {
        Optional<Place> guarded = of(order).map(found -> found.touched().place());
        return guarded.isPresent()
                ? guarded
                : switch (order) {
                    case CloseCalendarCommand c -> Optional.of(new OfGroup(c.group()));
                    case CloseCycleCommand c ->
                        Optional.of(new OfGroup(c.closeId().group()));
                    case JournalBatchCommand c ->
                        Optional.of(new OfGroup(c.journal().close().group()));
                    case ErpPeriodsCommand c ->
                        Optional.of(new OfGroup(c.books().group()));
                    case DelegationCommand c ->
                        Optional.of(new OfGroup(new CloseGroup(c.group().value())));
                    case WorkpapersCommand c ->
                        Optional.of(new OfGroup(c.papers().close().group()));
                    default -> Optional.empty();
                };
    }

    static Set<Class<? extends Command>> guarded() {
        return Set.copyOf(AREAS.keySet());
    }

    static Map<Class<? extends Command>, String> free() {
        return Map.copyOf(FREE);
    }
}
