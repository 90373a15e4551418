package io.tallybook.query.close;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.query.allocation.RunProgress;
import io.tallybook.query.allocation.RunState;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceStanding;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.BlockerLink.ToAllocation;
import io.tallybook.query.close.BlockerLink.ToBalance;
import io.tallybook.query.close.BlockerLink.ToClose;
import io.tallybook.query.close.BlockerLink.ToDeadLetters;
import io.tallybook.query.close.BlockerLink.ToJournal;
import io.tallybook.query.close.BlockerLink.ToLateData;
import io.tallybook.query.close.BlockerLink.ToMeterMonth;
import io.tallybook.query.close.BlockerLink.ToPrices;
import io.tallybook.query.close.BlockerLink.ToVariances;
import io.tallybook.query.journal.JournalState;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.statement.StatementState;
import io.tallybook.query.statement.StatementView;
import io.tallybook.query.variance.ReviewProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what stands in the way of a close, first step first. */
final class Blockers {
    private final CloseFacts facts;
    private final List<Blocker> found = new ArrayList<>();

    private Blockers(CloseFacts facts) {
        this.facts = facts;
    }

    static List<Blocker> of(CloseFacts facts, Instant now) {
        if (facts.close().getLockedAt() != null) {
            return List.of();
        }
        Blockers blockers = new Blockers(facts);
        if (!facts.frozen() && facts.over(now)) {
            blockers.missing();
        }
        if (!facts.frozen()) {
            blockers.estimates();
        }
        if (facts.close().getApprovedAt() == null) {
            blockers.deadLetters();
        }
        blockers.balances();
        blockers.runs();
        blockers.statements();
        blockers.variances();
        blockers.journal();
        blockers.decisions();
        blockers.hold();
        blockers.reported();
        blockers.found.sort(Comparator.comparing(Blocker::step));
        return List.copyOf(blockers.found);
    }

    private void missing() {
        for (MeterMonthView month : facts.months()) {
            if (month.missing() > 0) {
                found.add(new Blocker(
                        BlockerKind.MISSING_RECORDS,
                        CloseStep.COMPLETENESS,
                        month.pointName(),
                        month.missing() + " of " + month.expected() + " records are missing.",
                        month.missing(),
                        new ToMeterMonth(month.month())));
            }
        }
    }

    /** Their intervals are missing until somebody else has accepted the figure. */
    private void estimates() {
        for (MeterMonthView month : facts.months()) {
            if (month.estimatesWaiting() > 0) {
                found.add(new Blocker(
                        BlockerKind.ESTIMATE_NOT_ACCEPTED,
                        CloseStep.COMPLETENESS,
                        month.pointName(),
                        many(month.estimatesWaiting(), "material estimate waits", "material estimates wait")
                                + " for an approver who did not make it.",
                        month.estimatesWaiting(),
                        new ToMeterMonth(month.month())));
            }
        }
    }

    /** Those that came after the freeze hold up the signatures. */
    private void deadLetters() {
        for (MeterMonthView month : facts.months()) {
            if (month.openDeadLetters() > 0) {
                found.add(new Blocker(
                        BlockerKind.OPEN_DEAD_LETTERS,
                        facts.frozen() ? CloseStep.APPROVE : CloseStep.DEAD_LETTERS,
                        month.pointName(),
                        many(month.openDeadLetters(), "rejected reading waits", "rejected readings wait")
                                + " for a good record or a reasoned exclusion.",
                        month.openDeadLetters(),
                        new ToDeadLetters(month.month())));
            }
        }
    }

    private void balances() {
        for (BalanceView balance : facts.balances()) {
            if (balance.standing() == BalanceStanding.EXPLAINED) {
                found.add(new Blocker(
                        BlockerKind.IMBALANCE_NOT_ACCEPTED,
                        CloseStep.BALANCE,
                        balance.areaName() + " " + balance.balance().period(),
                        "Everything out of tolerance is explained: an approver who did not explain it accepts it.",
                        1,
                        new ToBalance(balance.balance(), null)));
            }
            if (balance.standing() != BalanceStanding.CALCULATED) {
                continue;
            }
            for (BalanceDayView day : balance.days()) {
                if (day.unexplained()) {
                    imbalance(
                            balance,
                            day.figures().day(),
                            day.figures().unaccounted(),
                            day.figures().tolerance());
                }
            }
            if (balance.monthUnexplained()) {
                imbalance(
                        balance,
                        null,
                        balance.month().unaccounted(),
                        balance.month().tolerance());
            }
        }
    }

    private void imbalance(BalanceView balance, @Nullable GasDay day, Energy unaccounted, Energy tolerance) {
        found.add(new Blocker(
                BlockerKind.IMBALANCE_UNEXPLAINED,
                CloseStep.BALANCE,
                balance.areaName() + " " + (day == null ? balance.balance().period() : day),
                unaccounted + " are unaccounted for, " + tolerance + " would pass without explanation.",
                1,
                new ToBalance(balance.balance(), day)));
    }

    private void runs() {
        for (RunProgress run : facts.runs()) {
            String failure = run.failure();
            if (run.state() == RunState.FAILED && failure != null) {
                found.add(new Blocker(
                        BlockerKind.ALLOCATION_FAILED,
                        CloseStep.ALLOCATE,
                        run.pointName(),
                        failure,
                        1,
                        new ToAllocation(run.run())));
            }
        }
    }

    private void statements() {
        for (StatementView statement : facts.statements()) {
            SeriesId series = statement.missingSeries();
            if (statement.state() == StatementState.PRICE_MISSING && series != null) {
                found.add(new Blocker(
                        BlockerKind.PRICE_MISSING,
                        CloseStep.VALUE,
                        statement.shipperName(),
                        many(statement.missing(), "day has", "days have") + " no final price of " + series.value()
                                + " under the contract's rule, the first: "
                                + String.join(", ", statement.missingDays()) + ".",
                        statement.missing(),
                        new ToPrices(series, statement.statement().period())));
            }
        }
    }

    private void variances() {
        for (ReviewProgress review : facts.reviews()) {
            if (review.compared() && !review.reviewed()) {
                int open = review.pending() + review.waiting();
                found.add(new Blocker(
                        BlockerKind.VARIANCE_UNREVIEWED,
                        CloseStep.REVIEW,
                        review.review().contract().value(),
                        many(review.pending(), "line waits", "lines wait") + " for an explanation, "
                                + many(review.waiting(), "explanation", "explanations") + " for a second person.",
                        open,
                        new ToVariances(facts.closeId(), review.review().contract())));
            }
        }
    }

    private void journal() {
        facts.journal().ifPresent(journal -> {
            String failure = journal.failure();
            if (failure == null) {
                return;
            }
            boolean posting = journal.state() == JournalState.POSTING_FAILED;
            found.add(new Blocker(
                    posting ? BlockerKind.POSTING_FAILED : BlockerKind.JOURNAL_FAILED,
                    posting ? CloseStep.POST : CloseStep.JOURNAL,
                    journal.journal().value(),
                    failure,
                    1,
                    new ToJournal(journal.journal())));
        });
    }

    private void decisions() {
        facts.lateData().stream()
                .filter(late -> late.decision() == null)
                .collect(Collectors.groupingBy(LateDataView::point, LinkedHashMap::new, Collectors.toList()))
                .forEach((point, late) -> found.add(new Blocker(
                        BlockerKind.LATE_UNDECIDED,
                        CloseStep.APPROVE,
                        late.getFirst().pointName(),
                        "Late data came after the freeze (" + late.getLast().source()
                                + "): thaw the point, or leave it for adjustment.",
                        late.size(),
                        new ToLateData(facts.closeId(), point))));
        if (facts.rejected() && !facts.rejections().isEmpty()) {
            found.add(new Blocker(
                    BlockerKind.REJECTED,
                    CloseStep.APPROVE,
                    facts.closeId().period().value(),
                    "The pack was rejected: " + facts.rejections().getLast().reason(),
                    1,
                    new ToClose(facts.closeId())));
        }
    }

    private void hold() {
        HoldView hold = CloseTables.hold(facts.close());
        if (hold != null) {
            found.add(new Blocker(
                    BlockerKind.ON_HOLD,
                    facts.close().getApprovedAt() == null ? CloseStep.APPROVE : CloseStep.LOCK,
                    facts.closeId().period().value(),
                    "On hold: " + hold.reason(),
                    1,
                    new ToClose(facts.closeId())));
        }
    }

    /** What a process reported and no view above has already shown with its own link. */
    private void reported() {
        List<CloseStep> shown = found.stream().map(Blocker::step).distinct().toList();
        facts.reported().stream()
                .filter(r -> !shown.contains(r.step()))
                .forEach(r -> found.add(new Blocker(
                        BlockerKind.REPORTED, r.step(), r.subject(), r.sentence(), 1, new ToClose(facts.closeId()))));
    }

    private static String many(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
