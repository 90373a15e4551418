package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.close.CloseStep;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseTime;
import io.tallybook.query.close.CloseTime.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CloseTimesTest extends ViewsTest {
    @Autowired
    CloseQueries closes;

    @Test
    void aLockedMonthHasACriticalPathFromItsOpeningToItsLockWithItsLongestStepOnIt() {
        Sample month = sample().wholeMonth();
        seen();

        CloseTime time =
                CloseTime.of(closes.overview(month.close, Instant.now()).orElseThrow(), List.of());

        assertThat(time.lockedAt()).isNotNull();
        assertThat(time.days()).isNotNull();
        assertThat(time.businessDay()).isNotNull();
        List<StepTime> path = time.steps().stream().filter(StepTime::critical).toList();
        assertThat(path).extracting(StepTime::step).startsWith(CloseStep.OPEN).endsWith(CloseStep.LOCK);
        assertThat(path).filteredOn(step -> step.took() != null).isNotEmpty().allSatisfy(step -> {
            Duration took = Objects.requireNonNull(step.took());
            assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(CloseTime.before(step.step())).isNotEmpty();
        });
        assertThat(path).extracting(StepTime::step).contains(time.bottleneck());
    }

    /** Over a weekend from what is waited for, and a day at least where that is due the same day. */
    @Test
    void aStepIsPlannedFromWhereWhatItWaitsForIsDue() {
        Sample month = sample().system().opened();
        seen();

        CloseTime time =
                CloseTime.of(closes.overview(month.close, Instant.now()).orElseThrow(), List.of());

        assertThat(planned(time, CloseStep.COMPLETENESS)).isEqualTo("2024-11-01T23:00:00Z/2024-11-04T23:00:00Z");
        assertThat(planned(time, CloseStep.REVIEW)).isEqualTo("2024-11-07T23:00:00Z/2024-11-08T23:00:00Z");
        assertThat(planned(time, CloseStep.LOCK)).isEqualTo("2024-11-12T23:00:00Z/2024-11-13T23:00:00Z");
    }

    private static String planned(CloseTime time, CloseStep of) {
        return time.steps().stream()
                .filter(step -> step.step() == of)
                .map(step -> step.plannedFrom() + "/" + step.due())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOpenMonthHasNoDaysYet() {
        Sample month = sample().system().opened();
        seen();

        CloseTime time =
                CloseTime.of(closes.overview(month.close, Instant.now()).orElseThrow(), List.of());

        assertThat(time.days()).isNull();
        assertThat(time.lockedAt()).isNull();
        assertThat(time.bottleneck()).isNull();
    }
}
