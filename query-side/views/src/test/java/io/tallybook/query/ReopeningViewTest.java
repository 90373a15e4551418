package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodTakenBack;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseCancelled;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.CutoffExtended;
import io.tallybook.messages.close.CloseCycleEvent.CutoffReopened;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.CloseCycleEvent.MonthReviewed;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.LockArea;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.close.ReopenVoice;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.ReopeningView;
import io.tallybook.query.close.StepState;
import io.tallybook.query.close.StepView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReopeningViewTest extends ViewsTest {
    private static final PersonId ANN = new PersonId("ann");
    private static final Instant NOW = Instant.parse("2024-12-02T08:00:00Z");

    @Autowired
    CloseQueries closes;

    @Test
    void aMonthThatIsOpenAgainKeepsWhatStoodAsARevision() {
        Sample sample = sample().wholeMonth();
        sample.told.by(sample.close, new MonthReviewed(sample.close, 2, 1, 1));
        sample.reopened(2);
        seen();

        CloseOverview close = overview(sample);
        assertThat(close.status()).isEqualTo(CloseStatus.OPEN);
        assertThat(close.undoing()).isTrue();
        assertThat(close.revision()).isEqualTo(2);
        assertThat(close.packHash()).isNull();
        assertThat(close.steps())
                .filteredOn(step -> step.state() == StepState.DONE)
                .extracting(StepView::step)
                .containsExactly(CloseStep.OPEN);
        assertThat(close.steps())
                .filteredOn(step -> step.state() != StepState.DONE && step.state() != StepState.BLOCKED)
                .hasSizeGreaterThan(10)
                .allMatch(step -> step.state() == StepState.OUTDATED);
        assertThat(close.blockers()).extracting(Blocker::sentence).contains("The ERP is down.");
        assertThat(close.revisions()).singleElement().satisfies(stood -> {
            assertThat(stood.revision()).isEqualTo(1);
            assertThat(stood.documentNumber()).isEqualTo("DOC-1");
            assertThat(stood.lockedAt()).isNotNull();
            assertThat(stood.undoneAt()).isNull();
        });
        assertThat(calendar(sample).reopenings()).singleElement().satisfies(asked -> {
            assertThat(asked.approvedBy()).isNotNull();
            assertThat(asked.consentedBy()).isNotNull();
            assertThat(asked.reopenedAt()).isNotNull();
            assertThat(asked.waits()).isFalse();
        });
    }

    @Test
    void showsThatALargeEffectWaitsForASecondApprover() {
        Sample sample = sample().wholeMonth();
        sample.told.by(
                sample.group,
                new ReopenRequested(
                        sample.group,
                        Sample.OCTOBER,
                        2,
                        ReopenGround.REGULATOR,
                        null,
                        "order 7",
                        ANN,
                        List.of(ReopenVoice.values())),
                new ReopenApproved(sample.group, Sample.OCTOBER, 2, ReopenVoice.CONTROLLER, Sample.EVA));
        seen();
        assertThat(calendar(sample).reopenings()).singleElement().satisfies(asked -> {
            assertThat(asked.chief()).isTrue();
            assertThat(asked.waitsForApprover()).isTrue();
            assertThat(asked.hasWordOf(Sample.EVA)).isTrue();
        });

        sample.told.by(
                sample.group, new ReopenApproved(sample.group, Sample.OCTOBER, 2, ReopenVoice.CHIEF, Sample.BEN));
        seen();
        assertThat(calendar(sample).reopenings()).singleElement().satisfies(asked -> {
            assertThat(asked.chiefBy()).isEqualTo(Sample.BEN);
            assertThat(asked.waitsForApprover()).isFalse();
            assertThat(asked.waits()).isTrue();
        });
    }

    @Test
    void whatIsTakenBackStandsBesideIt() {
        Sample sample = sample().wholeMonth().reopened(2).undone(2);
        seen();

        CloseOverview close = overview(sample);
        assertThat(close.undoing()).isFalse();
        assertThat(close.standing()).isEmpty();
        assertThat(close.blockers()).noneMatch(b -> b.kind() == BlockerKind.REPORTED);
        assertThat(close.revisions()).singleElement().satisfies(stood -> {
            assertThat(stood.reversalNumber()).isEqualTo("DOC-2");
            assertThat(stood.undoneAt()).isNotNull();
        });
    }

    @Test
    void theHouseHoldsBeforeAPersonAndEachLiftsItsOwn() {
        Sample sample = sample().opened();
        sample.told.by(
                sample.close,
                new CloseHeld(sample.close, "the auditor asks", ANN),
                new CloseHeld(sample.close, "the month before it is open again", PersonId.HOUSE),
                new CutoffExtended(sample.close, NOW, "the lab is late", ANN));
        seen();
        assertThat(overview(sample).hold()).satisfies(hold -> {
            assertThat(hold.by()).isEqualTo(PersonId.HOUSE);
            assertThat(hold.reason()).isEqualTo("the month before it is open again");
        });
        assertThat(overview(sample).cutoffExtendedTo()).isEqualTo(NOW);
        assertThat(overview(sample).blockers()).anyMatch(b -> b.kind() == BlockerKind.ON_HOLD);

        sample.told.by(sample.close, new CloseResumed(sample.close, "locked again", PersonId.HOUSE));
        seen();
        assertThat(overview(sample).hold())
                .satisfies(hold -> assertThat(hold.by()).isEqualTo(ANN));

        sample.told.by(sample.close, new CloseResumed(sample.close, "answered", ANN));
        seen();
        assertThat(overview(sample).hold()).isNull();
    }

    @Test
    void aCutOffTakenBackLeavesAnOpenMonthAndSaysWhy() {
        Sample sample = sample().opened();
        sample.told.by(
                sample.close,
                new CutoffDeclared(sample.close, sample.network, 1, ANN),
                new LateQuantitiesNoted(sample.close, sample.city, "second file"),
                new BlockerReported(sample.close, 1, CloseStep.ALLOCATE, "a", "something"),
                new CutoffReopened(sample.close, 2, "a day is to come", ANN));
        seen();

        CloseOverview close = overview(sample);
        assertThat(close.status()).isEqualTo(CloseStatus.OPEN);
        assertThat(close.attempt()).isEqualTo(2);
        assertThat(close.blockers()).noneMatch(b -> b.kind() == BlockerKind.REPORTED);
        assertThat(close.invalidations())
                .singleElement()
                .satisfies(why -> assertThat(why.reason()).isEqualTo("a day is to come"));
        assertThat(close.lateData())
                .singleElement()
                .satisfies(late -> assertThat(late.decision()).isEqualTo(LateDecision.THAW));
    }

    @Test
    void aCancelledMonthIsShownNoMore() {
        Sample sample = sample().opened();
        sample.told.by(sample.close, new CloseCancelled(sample.close, 1, "opened by mistake", ANN));
        sample.told.by(sample.group, new PeriodTakenBack(sample.group, sample.close.period(), 1, ANN));
        seen();

        assertThat(closes.overview(sample.close, NOW)).isEmpty();
        assertThat(closes.calendar(sample.group).orElseThrow().periods())
                .noneMatch(period -> period.period().equals(sample.close.period()));
    }

    @Test
    void aCalendarShowsItsHardLock() {
        Sample sample = sample().wholeMonth();
        AccountingPeriod october = sample.close.period();
        sample.told.by(sample.group, new HardLockRaised(sample.group, october, "audited", ANN));
        seen();

        assertThat(calendar(sample).hardLock()).isEqualTo(october);
        assertThat(calendar(sample).reopenings())
                .extracting(ReopeningView::waits)
                .isEmpty();
    }

    @Test
    void aCalendarShowsItsSoftLocksAndWhoWasLetBehindThem() {
        Sample sample = sample().wholeMonth().softLocked();
        seen();

        assertThat(calendar(sample).softLocks()).singleElement().satisfies(lock -> {
            assertThat(lock.area()).isEqualTo(LockArea.MEASUREMENT);
            assertThat(lock.through()).isEqualTo(sample.close.period().lastDay());
            assertThat(lock.reason()).isEqualTo("reviewed");
        });
        assertThat(calendar(sample).lockExceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.person()).isEqualTo(ANN);
            assertThat(exception.endReason()).isEqualTo("done");
            assertThat(exception.runs(exception.until().minusSeconds(1))).isFalse();
        });
    }

    private CloseOverview overview(Sample sample) {
        return closes.overview(sample.close, NOW).orElseThrow();
    }

    private CalendarView calendar(Sample sample) {
        return closes.calendar(sample.group).orElseThrow();
    }
}
