package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationStarted;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.journal.JournalBatchEvent.JournalFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementOpened;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.query.close.ApprovalView;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.BlockerLink.ToBalance;
import io.tallybook.query.close.BlockerLink.ToDeadLetters;
import io.tallybook.query.close.BlockerLink.ToLateData;
import io.tallybook.query.close.BlockerLink.ToMeterMonth;
import io.tallybook.query.close.BlockerLink.ToPrices;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseProgress;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.EscalatedTo;
import io.tallybook.query.close.PostingState;
import io.tallybook.query.close.StepState;
import io.tallybook.query.close.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The cockpit from the opening to the lock. */
class CockpitTest extends ViewsTest {
    private static final Instant NOVEMBER_1 = Instant.parse("2024-11-01T08:00:00Z");

    @Autowired
    CloseQueries closes;

    private CloseOverview overview(Sample sample, Instant now) {
        seen();
        return closes.overview(sample.close, now).orElseThrow();
    }

    @Test
    void opensWithTheNextStepDueOnTheFirstBusinessDayInTheCalendarsZone() {
        CloseOverview overview = overview(sample().system().opened(), NOVEMBER_1);
        assertThat(overview.status()).isEqualTo(CloseStatus.OPEN);
        assertThat(overview.steps()).hasSize(14);
        assertThat(overview.step(CloseStep.OPEN).state()).isEqualTo(StepState.DONE);
        assertThat(overview.step(CloseStep.CUTOFF).state()).isEqualTo(StepState.RUNNING);
        // 1 November 2024 is a Friday: BD1 ends that night in Copenhagen, BD2 on Monday's
        assertThat(overview.step(CloseStep.CUTOFF).due()).isEqualTo("2024-11-01T23:00:00Z");
        assertThat(overview.step(CloseStep.COMPLETENESS).due()).isEqualTo("2024-11-04T23:00:00Z");
        assertThat(overview.step(CloseStep.LOCK).due()).isEqualTo("2024-11-13T23:00:00Z");
        assertThat(overview.done()).isEqualTo(1);
        // opened when the test runs, years after it was due
        assertThat(overview.progress()).isEqualTo(new CloseProgress(14, 1, 1, 13, 0));
    }

    @Test
    void showsAStepLateOncePastDue() {
        Sample sample = sample().system().opened();
        StepView cutoff =
                overview(sample, Instant.parse("2024-11-02T08:00:00Z")).step(CloseStep.CUTOFF);
        assertThat(cutoff.state()).isEqualTo(StepState.LATE);
        assertThat(cutoff.late()).isTrue();
    }

    @Test
    void showsAStepLateThatTheCloseWasToldIsOverdueThoughItsBusinessDayIsNotOver() {
        Sample sample = sample().system().opened().overdue(CloseStep.POST, "2024-11-01T07:00:00Z");
        StepView post = overview(sample, NOVEMBER_1).step(CloseStep.POST);
        assertThat(post.state()).isEqualTo(StepState.LATE);
        assertThat(post.overdueSince()).isNotNull();
        assertThat(overview(sample, NOVEMBER_1).step(CloseStep.LOCK).overdueSince())
                .isNull();
    }

    @Test
    void showsWhomALateStepWasEscalatedTo() {
        Sample sample = sample().system()
                .opened()
                .overdue(CloseStep.CUTOFF, "2024-11-01T07:00:00Z")
                .overdue(CloseStep.BALANCE, "2024-11-01T07:00:00Z")
                .overdue(CloseStep.LOCK, "2024-11-01T07:00:00Z")
                .escalated(CloseStep.CUTOFF, Escalation.LEAD)
                .escalated(CloseStep.BALANCE, Escalation.LEAD)
                .escalated(CloseStep.BALANCE, Escalation.MANAGER);
        CloseOverview overview = overview(sample, NOVEMBER_1);

        assertThat(overview.step(CloseStep.CUTOFF).escalatedTo()).isEqualTo(EscalatedTo.MEASUREMENT_LEAD);
        assertThat(overview.step(CloseStep.BALANCE).escalatedTo()).isEqualTo(EscalatedTo.CFO);
        assertThat(overview.step(CloseStep.LOCK).escalatedTo()).isNull();
    }

    @Test
    void blocksOnMissingRecordsAndOpenDeadLettersAndLinksToThem() {

        Sample blocked = sample();
        blocked.system().opened().recorded(blocked.north).rejected(blocked.city).cutoff();
        CloseOverview overview = overview(blocked, NOVEMBER_1);
        assertThat(overview.step(CloseStep.COMPLETENESS).state()).isEqualTo(StepState.BLOCKED);
        assertThat(overview.step(CloseStep.COMPLETENESS).done()).isEqualTo(1);
        assertThat(overview.step(CloseStep.COMPLETENESS).total()).isEqualTo(3);
        assertThat(overview.blockers())
                .extracting(Blocker::link)
                .containsExactly(
                        new ToMeterMonth(Sample.month(blocked.cavern)),
                        new ToMeterMonth(Sample.month(blocked.city)),
                        new ToDeadLetters(Sample.month(blocked.city)));
        assertThat(overview.blockers().getFirst().sentence()).isEqualTo("31 of 31 records are missing.");
    }

    @Test
    void blocksOnEveryUnexplainedDayAndOnTheMonth() {
        Sample sample = sample().system().opened();
        sample.recorded(sample.north, sample.city, sample.cavern)
                .cutoff()
                .frozen(1)
                .calculated(1);
        CloseOverview overview = overview(sample, NOVEMBER_1);
        assertThat(overview.step(CloseStep.FREEZE).state()).isEqualTo(StepState.DONE);
        assertThat(overview.step(CloseStep.BALANCE).state()).isEqualTo(StepState.BLOCKED);
        assertThat(overview.blockers())
                .extracting(Blocker::link)
                .containsExactly(
                        new ToBalance(sample.balance, new GasDay("2024-10-10")), new ToBalance(sample.balance, null));
        sample.explained(new GasDay("2024-10-10"), 220);
        assertThat(overview(sample, NOVEMBER_1).blockers())
                .extracting(Blocker::link)
                .containsExactly(new ToBalance(sample.balance, null));
    }

    @Test
    void blocksOnAFailedRunAMissingPriceAndAFailedJournal() {
        Sample sample = balanced();
        AllocationRunId run = AllocationRunId.of(sample.city, Sample.OCTOBER, 1);
        StatementId statement = StatementId.of(sample.alpha, Sample.OCTOBER);
        JournalId journal = JournalId.ofClose(sample.close);
        sample.tells(
                        run,
                        new AllocationStarted(run, sample.close, sample.area, List.of()),
                        new AllocationFailed(run, sample.close, sample.area, "shares-missing", "No shares."))
                .tells(
                        statement,
                        new StatementOpened(statement, sample.close, 1, List.of()),
                        new PriceMissing(
                                statement, sample.close, 1, sample.hub, 2, List.of("2024-10-05", "2024-10-06")))
                .tells(
                        journal,
                        new JournalOpened(journal, sample.close, 1, List.of(), Map.of(), 1, Sample.ANN),
                        new JournalFailed(journal, sample.close, 1, "account-not-mapped", "No account."));
        CloseOverview overview = overview(sample, NOVEMBER_1);
        assertThat(overview.blockers())
                .extracting(Blocker::kind)
                .containsExactly(BlockerKind.ALLOCATION_FAILED, BlockerKind.PRICE_MISSING, BlockerKind.JOURNAL_FAILED);
        assertThat(overview.blockers().get(1).link()).isEqualTo(new ToPrices(sample.hub, Sample.OCTOBER));
    }

    private Sample balanced() {
        Sample sample = sample().system().opened();
        return sample.recorded(sample.north, sample.city, sample.cavern)
                .cutoff()
                .frozen(1)
                .calculated(1)
                .explained(new GasDay("2024-10-10"), 220)
                .explained(null, 820)
                .balanced(1);
    }

    @Test
    void waitsForSignaturesOnThePackAndForADecisionOnLateData() {
        Sample sample = balanced().allocated(1).valued(1).journalled(1).approved(1, Sample.BEN, 1);
        CloseOverview ready = overview(sample, NOVEMBER_1);
        assertThat(ready.status()).isEqualTo(CloseStatus.READY);
        assertThat(ready.packHash()).isEqualTo(Sample.pack(1));
        assertThat(ready.contributors()).containsExactly(Sample.ANN);
        assertThat(ready.step(CloseStep.APPROVE).done()).isEqualTo(1);
        assertThat(ready.step(CloseStep.VALUE).done()).isEqualTo(2);
        assertThat(ready.posting()).isEqualTo(PostingState.PREPARED);
        sample.tells(sample.close, new LateQuantitiesNoted(sample.close, sample.city, "second.json"));
        CloseOverview late = overview(sample, NOVEMBER_1);
        assertThat(late.step(CloseStep.APPROVE).state()).isEqualTo(StepState.REDO);
        assertThat(late.standing()).singleElement().extracting(ApprovalView::by).isEqualTo(Sample.BEN);
        assertThat(late.blockers())
                .singleElement()
                .extracting(Blocker::link)
                .isEqualTo(new ToLateData(sample.close, sample.city));
    }

    @Test
    void countsTheSignatureAgainOnceLateDataIsLeftForAdjustment() {
        Sample sample = balanced().allocated(1).valued(1).journalled(1).approved(1, Sample.BEN, 1);
        sample.tells(sample.close, new LateQuantitiesNoted(sample.close, sample.city, "second.json"));
        sample.tells(
                sample.close,
                new LateQuantitiesDecided(sample.close, sample.city, LateDecision.LEAVE, "small", Sample.ANN));
        StepView approve = overview(sample, NOVEMBER_1).step(CloseStep.APPROVE);
        assertThat(approve.state()).isEqualTo(StepState.RUNNING);
        assertThat(approve.done()).isEqualTo(1);
    }

    @Test
    void blocksOnLateDataWhileNobodyHasSigned() {
        Sample sample = balanced().allocated(1).valued(1).journalled(1);
        sample.tells(sample.close, new LateQuantitiesNoted(sample.close, sample.city, "second.json"));
        assertThat(overview(sample, NOVEMBER_1).step(CloseStep.APPROVE).state()).isEqualTo(StepState.BLOCKED);
    }

    @Test
    void showsARejectedReadingThatHoldsUpTheSignatures() {
        Sample sample = balanced().allocated(1).valued(1).journalled(1);
        DeadLetterId letter = new DeadLetterId("0123456789ab/99");
        sample.tells(
                Sample.month(sample.city),
                new RejectedReadingNoted(Sample.month(sample.city), letter, null, "not a number"));
        sample.tells(
                Sample.month(sample.city),
                new RejectedReadingHoldsClose(Sample.month(sample.city), sample.close, letter));
        CloseOverview held = overview(sample, NOVEMBER_1);
        assertThat(held.step(CloseStep.APPROVE).state()).isEqualTo(StepState.BLOCKED);
        assertThat(held.blockers()).singleElement().satisfies(blocker -> {
            assertThat(blocker.kind()).isEqualTo(BlockerKind.OPEN_DEAD_LETTERS);
            assertThat(blocker.step()).isEqualTo(CloseStep.APPROVE);
        });
    }

    @Test
    void voidsSignaturesVisiblyAndStartsANewAttempt() {
        Sample sample = balanced()
                .allocated(1)
                .valued(1)
                .journalled(1)
                .approved(1, Sample.BEN, 1)
                .invalidated(2);
        CloseOverview overview = overview(sample, NOVEMBER_1);
        assertThat(overview.attempt()).isEqualTo(2);
        assertThat(overview.status()).isEqualTo(CloseStatus.RUNNING);
        assertThat(overview.approvals())
                .singleElement()
                .satisfies(a -> assertThat(a.voided()).isTrue());
        assertThat(overview.standing()).isEmpty();
        assertThat(overview.step(CloseStep.APPROVE).state()).isEqualTo(StepState.REDO);
        assertThat(overview.packHash()).isNull();
        assertThat(overview.step(CloseStep.FREEZE).done()).isEqualTo(2);
        assertThat(overview.invalidations())
                .singleElement()
                .satisfies(i -> assertThat(i.thawed()).containsExactly(sample.city));
    }

    @Test
    void endsLockedWithEveryStepDone() {
        Sample sample = sample().wholeMonth();
        CloseOverview overview = overview(sample, NOVEMBER_1);
        assertThat(overview.status()).isEqualTo(CloseStatus.LOCKED);
        assertThat(overview.steps()).allSatisfy(step -> assertThat(step.state()).isEqualTo(StepState.DONE));
        assertThat(overview.steps())
                .allSatisfy(step -> assertThat(step.done()).as("%s", step).isEqualTo(step.total()));
        assertThat(overview.blockers()).isEmpty();
        assertThat(overview.documentNumber()).isEqualTo("DOC-1");
        assertThat(overview.documents())
                .singleElement()
                .satisfies(d -> assertThat(d.document().name()).isEqualTo("journal.csv"));
        assertThat(overview.standing()).extracting(ApprovalView::by).containsExactly(Sample.BEN, Sample.EVA);
        assertThat(log.stream(sample.close.toString()).getLast().sequence()).isEqualTo(overview.sequence());
        assertThat(closes.calendar(sample.group).orElseThrow().periods())
                .singleElement()
                .satisfies(period -> assertThat(period.status()).isEqualTo(CloseStatus.LOCKED));
    }
}
