package io.tallybook.saga.whatif;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.HeldForDeadLetter;
import io.tallybook.messages.close.CloseCycleEvent.HoldReleased;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.MonthBalanced;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceCleared;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceReviewCompleted;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.saga.whatif.DryRun.Stop;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a close has come by what its events say, and what stands in its way: a fold over the log, event after event. */
final class Reached {
    private record Way(CloseStep step, String subject) {}

    private final CloseId close;
    private final Map<Way, String> stops =
            new TreeMap<>(Comparator.comparing(Way::step).thenComparing(Way::subject));
    private final Map<String, Set<String>> flagged = new HashMap<>();
    private final Map<String, StatementAdded> statements = new TreeMap<>();
    private @Nullable BalanceTotal balance;
    private @Nullable JournalPrepared journal;
    private @Nullable Sha256 packHash;
    private int attempt;

    Reached(CloseId close) {
        this.close = close;
    }

    int attempt() {
        return attempt;
    }

    @Nullable BalanceTotal balance() {
        return balance;
    }

    List<StatementAdded> statements() {
        return List.copyOf(statements.values());
    }

    @Nullable JournalPrepared journal() {
        return journal;
    }

    @Nullable Sha256 packHash() {
        return packHash;
    }

    List<Stop> stops() {
        return stops.entrySet().stream()
                .map(stop -> new Stop(stop.getKey().step(), stop.getKey().subject(), stop.getValue()))
                .toList();
    }

    void saw(StoredEvent stored) {
        switch (stored.event()) {
            case CutoffDeclared e when e.closeId().equals(close) -> anew(e.attempt());
            case ResultsInvalidated e when e.closeId().equals(close) -> anew(e.attempt());
            case BlockerReported e when is(e.closeId(), e.attempt()) -> stop(e.step(), e.subject(), e.sentence());
            case CloseHeld e
            when e.closeId().equals(close) -> stop(CloseStep.APPROVE, "hold", "On hold: " + e.reason());
            case CloseResumed e when e.closeId().equals(close) -> go(CloseStep.APPROVE, "hold");
            case MonthBalanced e when is(e.closeId(), e.attempt()) -> balance = e.month();
            case StatementAdded e
            when is(e.closeId(), e.attempt()) -> statements.put(e.shipper().value(), e);
            case PackReady e when is(e.closeId(), e.attempt()) -> packHash = e.packHash();
            default -> {
                measured(stored);
                figured(stored);
                reviewed(stored);
            }
        }
    }

    private void anew(int next) {
        attempt = next;
        stops.clear();
        flagged.clear();
        statements.clear();
        balance = null;
        journal = null;
        packHash = null;
    }

    private void measured(StoredEvent stored) {
        switch (stored.event()) {
            case MeterMonthNotReady e
            when is(e.closeId(), e.attempt()) ->
                stop(
                        CloseStep.COMPLETENESS,
                        e.month().point().value(),
                        e.missing() + " of " + e.expected() + " records are missing, " + e.openDeadLetters()
                                + " rejected readings are open.");
            case MeterMonthFrozen e
            when is(e.closeId(), e.attempt()) ->
                go(CloseStep.COMPLETENESS, e.month().point().value());
            case LateQuantitiesNoted e
            when e.closeId().equals(close) ->
                stop(CloseStep.APPROVE, e.point().value(), "Late data came after the freeze: " + e.source());
            case LateQuantitiesDecided e
            when e.closeId().equals(close) -> go(CloseStep.APPROVE, e.point().value());
            case HeldForDeadLetter e
            when e.closeId().equals(close) ->
                stop(CloseStep.APPROVE, e.deadLetter().value(), "A rejected reading of " + e.point() + " is open.");
            case HoldReleased e
            when e.closeId().equals(close) ->
                go(CloseStep.APPROVE, e.deadLetter().value());
            default -> {}
        }
    }

    private void figured(StoredEvent stored) {
        switch (stored.event()) {
            case SystemBalanceCalculated e when is(e.closeId(), e.attempt()) -> balanced(e);
            case AcceptanceAwaited e
            when is(e.closeId(), e.attempt()) ->
                stop(
                        CloseStep.BALANCE,
                        e.balance().toString(),
                        "Everything out of tolerance is explained: an approver who did not explain it accepts it.");
            case BalanceAccepted e
            when is(e.closeId(), e.attempt()) ->
                go(CloseStep.BALANCE, e.balance().toString());
            case AllocationFailed e
            when e.closeId().equals(close) -> stop(CloseStep.ALLOCATE, e.run().toString(), e.sentence());
            case AllocationCompleted e
            when e.closeId().equals(close) -> go(CloseStep.ALLOCATE, e.run().toString());
            case PriceMissing e
            when is(e.closeId(), e.attempt()) ->
                stop(
                        CloseStep.VALUE,
                        e.statement().toString(),
                        e.days() + " days have no final price of " + e.series() + ", the first: "
                                + String.join(", ", e.firstDays()) + ".");
            case StatementPrepared e
            when is(e.closeId(), e.attempt()) ->
                go(CloseStep.VALUE, e.statement().toString());
            case JournalFailed e
            when is(e.closeId(), e.attempt()) && e.journal().belongsToClose() ->
                stop(CloseStep.JOURNAL, e.journal().value(), e.sentence());
            case JournalPrepared e
            when is(e.closeId(), e.attempt()) && e.journal().belongsToClose() -> {
                go(CloseStep.JOURNAL, e.journal().value());
                journal = e;
            }
            default -> {}
        }
    }

    private void balanced(SystemBalanceCalculated e) {
        if (e.unexplained().isEmpty() && !e.monthUnexplained()) {
            go(CloseStep.BALANCE, e.balance().toString());
            return;
        }
        stop(
                CloseStep.BALANCE,
                e.balance().toString(),
                e.unexplained().size() + " days are out of tolerance and not explained"
                        + (e.monthUnexplained() ? ", and so is the month." : "."));
    }

    private void reviewed(StoredEvent stored) {
        switch (stored.event()) {
            case VarianceFlagged e
            when is(e.closeId(), e.attempt()) -> {
                flagged(e.review()).add(e.point() + " " + e.direction());
                words(e.review());
            }
            case VarianceCleared e
            when is(e.closeId(), e.attempt()) -> {
                flagged(e.review()).remove(e.point() + " " + e.direction());
                words(e.review());
            }
            case VarianceReviewCompleted e
            when is(e.closeId(), e.attempt()) ->
                go(CloseStep.REVIEW, e.contract().value());
            default -> {}
        }
    }

    private Set<String> flagged(VarianceReviewId review) {
        return flagged.computeIfAbsent(review.contract().value(), contract -> new HashSet<>());
    }

    private void words(VarianceReviewId review) {
        int lines = flagged(review).size();
        go(CloseStep.REVIEW, review.contract().value());
        if (lines > 0) {
            stop(
                    CloseStep.REVIEW,
                    review.contract().value(),
                    lines + (lines == 1 ? " line differs" : " lines differ")
                            + " by more than the threshold, to be explained by one and approved by another.");
        }
    }

    private boolean is(CloseId of, int in) {
        return of.equals(close) && in == attempt;
    }

    private void stop(CloseStep step, String subject, String sentence) {
        stops.put(new Way(step, subject), sentence);
    }

    private void go(CloseStep step, String subject) {
        stops.remove(new Way(step, subject));
    }
}
