package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmJournalPosted;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmLock;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmUndone;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ExtendCutoff;
import io.tallybook.messages.close.CloseCycleCommand.FailAccrual;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.HoldForDeadLetter;
import io.tallybook.messages.close.CloseCycleCommand.InvalidateApprovals;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleCommand.RecordIssuedDocuments;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleCommand.ReleaseHold;
import io.tallybook.messages.close.CloseCycleCommand.ReopenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReopenCutoff;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleCommand.RetryUndo;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.AccrualApproved;
import io.tallybook.messages.close.CloseCycleEvent.AccrualDiscarded;
import io.tallybook.messages.close.CloseCycleEvent.AccrualFailed;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualReleased;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.CloseReopened;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CloseUndone;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffExtended;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.FrozenAreaAdded;
import io.tallybook.messages.close.CloseCycleEvent.HeldForDeadLetter;
import io.tallybook.messages.close.CloseCycleEvent.HoldReleased;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.LockRequested;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.MonthFrozen;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseCycleEvent.NoNewsConfirmed;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.PinnedContractAdded;
import io.tallybook.messages.close.CloseCycleEvent.ReportIssued;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseCycleEvent.StepCertified;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseCycleEvent.UndoRetried;
import io.tallybook.messages.close.CloseCycleEvent.VarianceReviewAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.close.LateDecision;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The close of one group's month, from opening to lock. Results come in by attempts ({@link Results}); two persons who
 * had no hand in them sign the pack's hash; whatever moves a result before both have signed voids the signatures and begins a
 * new attempt; afterwards only a reopening does.
 *
 * <p>Longer than an aggregate should be: it holds every step of domain/close.md, each a handler of its own.
 */
public final class CloseCycle {
    private static final int LONGEST_REASON = 2000;

    @AggregateIdentifier
    private @Nullable CloseId id;

    private int openings;
    private final Results results = new Results();
    private Signatures signatures = new Signatures();
    private final LateFacts late = new LateFacts();
    private Publication publication = new Publication();
    private final Overdue overdue = new Overdue();
    private final Undoing undoing = new Undoing();
    private final Hold hold = new Hold();
    private final Accruals accruals = new Accruals();
    private @Nullable ResultsInvalidated invalidated;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenClose order) {
        if (!results.isOpened()) {
            apply(new CloseOpened(
                    order.closeId(),
                    order.network(),
                    1,
                    order.dueFrom(),
                    order.demo(),
                    order.by(),
                    order.at(),
                    order.holidays().isEmpty() ? null : order.holidays(),
                    order.terms()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void declareCutoff(DeclareCutoff order) {
        CloseOpened here = results.found(order.closeId());
        if (results.isCutOff()) {
            return;
        }
        undoing.refuseWhileUndoing();
        hold.refuseWhileHeld();
        apply(new CutoffDeclared(here.closeId(), here.network(), Math.max(1, results.attempt()), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddRoster order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddPinnedContract order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddFrozenArea order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddAreaBalance order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddStatement order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddJournal order) {
        if (results.add(order)) {
            trueUp(order.closeId());
        }
    }

    private void trueUp(CloseId closeId) {
        accruals.trueUp(closeId, results.attempt(), results.inputs().allStatements());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddVarianceReview order) {
        results.add(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(ReportBlocker order) {
        results.report(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(ReportOverdue order) {
        if (isCancelled()) {
            return; // its deadline was on the way
        }
        results.found(order.closeId());
        List<DueStep> late = overdue.fresh(order, this::isDone);
        if (!late.isEmpty()) {
            apply(new StepsOverdue(order.closeId(), late));
        }
        escalate(order, Escalation.LEAD);
        escalate(order, Escalation.MANAGER);
    }

    private void escalate(ReportOverdue order, Escalation level) {
        List<DueStep> late = overdue.escalated(order, this::isDone, level);
        if (!late.isEmpty()) {
            apply(new StepsEscalated(order.closeId(), level, late));
        }
    }

    private boolean isDone(CloseStep step) {
        return switch (step) {
            case OPEN -> true;
            case CUTOFF -> results.isCutOff();
            case COMPLETENESS, DEAD_LETTERS, FREEZE -> results.has(MonthFrozen.class);
            case BALANCE -> results.has(MonthBalanced.class);
            case ALLOCATE -> results.isAllocated();
            case VALUE -> results.has(MonthValued.class);
            case REVIEW -> results.has(MonthReviewed.class);
            case JOURNAL -> results.inputs().journal() != null;
            case APPROVE -> signatures.isComplete();
            case POST -> publication.isPosted();
            case PUBLISH -> publication.isPublished();
            case LOCK -> publication.isLocked();
        };
    }

    /** A price or another input has moved; once both have signed, an adjustment takes it up instead. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(ReportStaleResult order) {
        if (results.isCurrent(order.closeId(), order.attempt()) && !signatures.isComplete()) {
            invalidate(order.closeId(), order.reason(), List.of(), null);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void restart(RestartClose order) {
        results.found(order.closeId());
        requireReason(order.reason());
        Refused.when(!results.isCutOff(), "not-cut-off", "Nothing has been taken yet: declare the cut-off.");
        Refused.when(signatures.isComplete(), "approved", "Both approvals stand; the figures no longer move.");
        boolean justDone = invalidated != null
                && results.inputs().isEmpty()
                && order.reason().equals(invalidated.reason());
        if (!justDone) {
            invalidate(order.closeId(), order.reason(), List.of(), order.by());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteLateQuantities order) {
        results.found(order.closeId());
        if (results.isCutOff()) { // before it what was late is a figure like the others
            late.note(order, signatures.isComplete());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DecideLateQuantities order) {
        results.found(order.closeId());
        requireReason(order.reason());
        if (!late.isUndecided(order.point())) {
            Refused.when(
                    late.decision(order.point()) != order.decision(),
                    "nothing-to-decide",
                    "No late quantities of the point wait for a decision.");
            return;
        }
        boolean leave = order.decision() == LateDecision.LEAVE;
        // who has signed would else have a hand in what they signed; a thaw voids the signature anyway
        Refused.when(
                leave && signatures.has(order.by()),
                "approver-may-not-decide",
                "Who has approved the pack does not decide what it leaves out.");
        apply(new LateQuantitiesDecided(order.closeId(), order.point(), order.decision(), order.reason(), order.by()));
        if (leave) {
            completeWhenNothingWaits(order.closeId());
        } else {
            invalidate(order.closeId(), order.reason(), List.of(order.point()), order.by());
        }
    }

    /** After both approvals a reading is rejected for a month that is closed: what replaces it is an adjustment. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void hold(HoldForDeadLetter order) {
        results.found(order.closeId());
        if (!signatures.isComplete() && !late.isKnown(order.deadLetter())) {
            apply(new HeldForDeadLetter(order.closeId(), order.point(), order.deadLetter()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void release(ReleaseHold order) {
        results.found(order.closeId());
        if (!late.isHeldFor(order.deadLetter())) {
            return;
        }
        PersonId by = order.excludedBy();
        apply(new HoldReleased(order.closeId(), order.deadLetter(), by));
        if (by != null && signatures.has(by)) {
            invalidate(order.closeId(), "who had signed excluded a rejected reading", List.of(), by);
        } else {
            completeWhenNothingWaits(order.closeId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveClose order) {
        results.found(order.closeId());
        Refused.when(publication.isLocked(), "locked", "The period is locked.");
        undoing.refuseWhileUndoing();
        hold.refuseWhileHeld();
        signatures.sign(order, results, late);
    }

    /** Nothing that was in the log before the signatures may come after them: ADR 13. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmNoNews order) {
        if (results.isCurrent(order.closeId(), order.attempt())) {
            signatures.confirm(order);
            completeWhenNothingWaits(order.closeId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reject(RejectClose order) {
        results.found(order.closeId());
        requireReason(order.reason());
        signatures.reject(order, results.attempt());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmJournalPosted order) {
        results.found(order.closeId());
        Sha256 pack = signatures.signed();
        if (publication.isNewDocumentNumber(order.documentNumber())) {
            apply(new JournalPostingConfirmed(order.closeId(), results.attempt(), pack, order.documentNumber()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordIssuedDocuments order) {
        results.found(order.closeId());
        Sha256 pack = signatures.signed();
        publication.fresh(order.documents()).forEach(d -> apply(new ReportIssued(order.closeId(), d)));
        if (!publication.isPublished()) {
            apply(new PackPublished(
                    order.closeId(), results.attempt(), pack, order.documents().size()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void lock(LockPeriod order) {
        results.found(order.closeId());
        Sha256 pack = signatures.signed();
        Refused.when(
                !pack.equals(order.packHash()), "pack-hash-not-current", "The hash is not that of the approved pack.");
        Refused.when(!publication.isPublished(), "not-published", "The pack is not published yet.");
        hold.refuseWhileHeld();
        if (!publication.isLockRequested()) {
            apply(new LockRequested(order.closeId(), pack, order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmLock order) {
        results.found(order.closeId());
        Refused.when(!publication.isLockRequested(), "lock-not-requested", "Nobody has asked to lock the period.");
        if (publication.isNewChainHash(order.chainHash())) {
            apply(new CloseLocked(order.closeId(), signatures.signed(), order.chainHash()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void hold(HoldClose order) {
        if (isCancelled() && order.by().equals(PersonId.HOUSE)) {
            return; // nothing is signed or locked there
        }
        results.found(order.closeId());
        requireReason(order.reason());
        Refused.when(publication.isLocked(), "locked", "The period is locked.");
        hold.place(order, signatures.isComplete());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void resume(ResumeClose order) {
        if (isCancelled() && order.by().equals(PersonId.HOUSE)) {
            return;
        }
        results.found(order.closeId());
        requireReason(order.reason());
        hold.lift(order);
        completeWhenNothingWaits(order.closeId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void extend(ExtendCutoff order) {
        results.found(order.closeId());
        requireReason(order.reason());
        Refused.when(results.isCutOff(), "cut-off", "The cut-off is declared already.");
        Invalid.unless(order.until().isAfter(order.at()), "a cut-off is extended into the future");
        if (!order.until().equals(overdue.extendedTo())) {
            apply(new CutoffExtended(order.closeId(), order.until(), order.reason(), order.by()));
        }
    }

    /** Only once every area is pinned: an area that hears of its points after this would freeze them for nobody. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenCutoff order) {
        results.found(order.closeId());
        requireReason(order.reason());
        if (!results.isCutOff()) {
            return;
        }
        Refused.when(
                results.has(MonthFrozen.class),
                "month-frozen",
                "Every point is frozen: let the late quantities in, or begin the attempt anew.");
        Refused.when(
                !results.has(ContractsComplete.class),
                "being-pinned",
                "Points and contracts are still being taken down: try again in a moment, or begin the attempt anew.");
        apply(new CutoffReopened(order.closeId(), results.attempt() + 1, order.reason(), order.by()));
    }

    /** The calendar has decided; here only what went out is known. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenClose order) {
        CloseOpened here = results.found(order.closeId());
        if (order.revision() <= undoing.revision()) {
            return;
        }
        Refused.when(!publication.isLocked(), "not-locked", "The period is not locked.");
        PackInputs of = results.inputs();
        apply(new CloseReopened(
                order.closeId(),
                here.network(),
                order.revision(),
                results.attempt(),
                results.attempt() + 1,
                signatures.signed(),
                publication.documentNumber(),
                of.areas(),
                of.shippers().stream().map(ShipperContracts::shipper).toList(),
                of.series(),
                order.next(),
                order.holidays().isEmpty() ? null : order.holidays(),
                order.reason(),
                order.by(),
                order.at(),
                here.terms()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void invalidate(InvalidateApprovals order) {
        results.found(order.closeId());
        if (undoing.isUndoing(order.revision()) && signatures.count() > 0) {
            apply(new ApprovalsInvalidated(order.closeId(), order.revision(), signatures.count()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmUndone order) {
        results.found(order.closeId());
        if (undoing.isUndoing(order.revision())) {
            apply(new CloseUndone(order.closeId(), order.revision()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void retry(RetryUndo order) {
        results.found(order.closeId());
        requireReason(order.reason());
        Refused.when(
                !undoing.isUndoing(undoing.revision()),
                "nothing-to-take-back",
                "Nothing that went out waits to be taken back.");
        apply(new UndoRetried(order.closeId(), undoing.revision(), order.reason(), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void prepare(PrepareAccrual order) {
        CloseOpened here = results.found(order.closeId());
        Refused.when(
                undoing.revision() > 1, "month-was-closed", "The month has been closed before: it is accrued no more.");
        accruals.prepare(order, here, signatures.count() > 0);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveAccrual order) {
        boolean released = accruals.approve(order, results.found(order.closeId()), signatures.count() > 0);
        if (released && results.inputs().journal() != null) {
            trueUp(order.closeId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void discard(DiscardAccrual order) {
        results.found(order.closeId());
        requireReason(order.reason());
        accruals.discard(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void fail(FailAccrual order) {
        results.found(order.closeId());
        accruals.fail(order);
    }

    private void completeWhenNothingWaits(CloseId closeId) {
        if (!hold.isHeld()) {
            signatures.completeWhenNothingWaits(closeId, results, late, accruals.bookIn());
        }
    }

    private void invalidate(CloseId closeId, String reason, List<PointId> thaw, @Nullable PersonId by) {
        apply(new ResultsInvalidated(
                closeId,
                results.found(closeId).network(),
                results.attempt() + 1,
                reason,
                thaw,
                signatures.count(),
                by));
    }

    /** Once begun, a month ends with its lock: what was frozen, allocated and told to others hangs on it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void cancel(CancelClose order) {
        requireReason(order.reason());
        if (isCancelled()) {
            return;
        }
        results.found(order.closeId());
        Refused.when(
                results.attempt() > 0, "already-begun", "The cut-off was declared already: the month is closed now.");
        Refused.when(accruals.hasBegun(), "already-begun", "The month is accrued or about to be: it is closed now.");
        hold.refuseWhileHeld();
        apply(new CloseCancelled(order.closeId(), openings, order.reason(), order.by()));
    }

    private boolean isCancelled() {
        return id != null && !results.isOpened();
    }

    private static void requireReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    @EventSourcingHandler
    void on(CloseCycleEvent event) {
        switch (event) {
            case CloseOpened e -> {
                id = e.closeId();
                results.open(e);
                overdue.open(e.terms());
                openings++;
            }
            case CloseCancelled _ -> {
                results.cancel();
                overdue.forget();
            }
            case CutoffDeclared e -> {
                results.cutOff(e.attempt());
                results.contribute(List.of(e.by()));
            }
            case ResultsInvalidated e -> begin(e);
            case RosterAdded e -> results.remember(e);
            case PinnedContractAdded e -> results.remember(e);
            case FrozenAreaAdded e -> results.remember(e);
            case AreaBalanceAdded e -> results.remember(e);
            case StatementAdded e -> results.remember(e);
            case JournalAdded e -> results.remember(e);
            case VarianceReviewAdded e -> results.remember(e);
            case MonthReviewed e -> results.remember(e);
            case BlockerReported e -> results.remember(e);
            case ContractsComplete e -> results.remember(e);
            case MonthFrozen e -> results.remember(e);
            case MonthBalanced e -> results.remember(e);
            case MonthValued e -> results.remember(e);
            case PackReady e -> {
                results.remember(e);
                signatures.packIsReady(e.packHash());
            }
            case StepsOverdue e -> overdue.remember(e);
            case StepsEscalated e -> overdue.remember(e);
            case LateQuantitiesNoted e -> late.note(e);
            case LateQuantitiesDecided e -> {
                late.decide(e);
                results.contribute(e.by() == null ? List.of() : List.of(e.by()));
            }
            case HeldForDeadLetter e -> late.hold(e);
            case HoldReleased e -> {
                late.release(e);
                results.contribute(e.excludedBy() == null ? List.of() : List.of(e.excludedBy()));
            }
            case NewsAwaited e -> signatures.awaitNews(e);
            case NoNewsConfirmed e -> signatures.hear(e);
            case CloseApproved e -> signatures.approve(e, results.amount());
            case CloseRejected e -> signatures.reject(e);
            case ApprovalsComplete e -> signatures.complete();
            case JournalPostingConfirmed e -> publication.posted(e.documentNumber());
            case ReportIssued e -> publication.issued(e.document());
            case PackPublished e -> publication.publish();
            case LockRequested e -> publication.requestLock();
            case CloseLocked e -> publication.locked(e.chainHash());
            case CloseHeld e -> hold.remember(e);
            case CloseResumed e -> hold.remember(e);
            case CutoffExtended e -> overdue.remember(e);
            case CutoffReopened e -> {
                results.reopen(e.attempt());
                results.contribute(List.of(e.by()));
                late.becameFigures();
            }
            case CloseReopened e -> begin(e);
            case ApprovalsInvalidated _ -> signatures = new Signatures();
            case CloseUndone _ -> undoing.finish();
            case AccrualPrepared e -> accruals.remember(e);
            case AccrualApproved e -> accruals.remember(e);
            case AccrualReleased e -> accruals.remember(e);
            case AccrualDiscarded e -> accruals.remember(e);
            case AccrualFailed e -> accruals.remember(e);
            case UndoRetried _, StepCertified _, AccrualTrueUpCalculated _ -> {}
        }
    }

    private void begin(ResultsInvalidated event) {
        invalidated = event;
        results.begin(event.attempt());
        signatures = new Signatures();
        results.contribute(event.by() == null ? List.of() : List.of(event.by()));
    }

    private void begin(CloseReopened event) {
        undoing.begin(event);
        results.reopen(event.attempt());
        results.contribute(List.of(event.by()));
        publication = new Publication();
        overdue.forget();
    }
}
