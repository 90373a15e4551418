package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseProgress;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.StepView;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterView;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the checklist says beside where its steps stand: whose they are, what they wait for, how many are done. */
class ChecklistTest extends ViewsTest {
    private static final Instant NOVEMBER_1 = Instant.parse("2024-11-01T08:00:00Z");

    @Autowired
    CloseQueries closes;

    @Autowired
    DeadLetterQueries deadLetters;

    private CloseOverview overview(Sample sample, Instant now) {
        seen();
        return closes.overview(sample.close, now).orElseThrow();
    }

    @Test
    void saysWhoLooksAtAStepBesideItsOwnerAndWhatItWaitsFor() {
        CloseOverview overview = overview(sample().system().opened(), NOVEMBER_1);
        assertThat(overview.steps())
                .filteredOn(step -> step.reviewer() == Role.APPROVER)
                .extracting(StepView::step)
                .containsExactly(CloseStep.COMPLETENESS, CloseStep.BALANCE, CloseStep.REVIEW, CloseStep.APPROVE);
        assertThat(overview.step(CloseStep.APPROVE).after())
                .containsExactly(CloseStep.BALANCE, CloseStep.REVIEW, CloseStep.JOURNAL);
        assertThat(overview.step(CloseStep.OPEN).after()).isEmpty();
    }

    @Test
    void countsWhatWasDoneLateApartFromWhatIsOverdue() {
        Sample sample = sample().system().opened().cutoff();
        CloseProgress third =
                overview(sample, Instant.parse("2024-11-05T08:00:00Z")).progress();
        // opened and cut off when the test runs, years late; no dead letter is open, completeness was due the night
        // before
        assertThat(third).isEqualTo(new CloseProgress(14, 3, 2, 11, 1));
    }

    /** What the link to them asks for: the settled ones of the same month are not in the way. */
    @Test
    void countsExactlyTheDeadLettersThatAreOpen() {
        Sample sample = sample();
        sample.system().opened().rejected(sample.city).settled(sample.city).cutoff();
        Blocker blocker = overview(sample, NOVEMBER_1).blockers().stream()
                .filter(b -> b.kind() == BlockerKind.OPEN_DEAD_LETTERS)
                .findFirst()
                .orElseThrow();
        assertThat(blocker.count()).isEqualTo(1);
        assertThat(deadLetters
                        .deadLetters(DeadLetterFilter.blocking(Sample.month(sample.city)), PageRequest.first())
                        .rows())
                .extracting(DeadLetterView::deadLetter)
                .containsExactly(sample.letter(3));
    }
}
