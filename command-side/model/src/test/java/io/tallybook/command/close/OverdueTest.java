package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CLOSE;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static io.tallybook.command.close.Orders.approve;
import static io.tallybook.command.close.Orders.cutoff;
import static io.tallybook.command.close.Orders.open;
import static io.tallybook.command.close.Orders.overdue;
import static io.tallybook.command.close.Orders.posted;
import static io.tallybook.command.close.Orders.quiet;
import static io.tallybook.command.close.Orders.restart;
import static io.tallybook.command.close.Orders.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private final Tale<CloseCycle> close = new Tale<>(CloseCycle.class);

    @Test
    void recordsEverythingThatIsLateTogetherAndNothingThatIsDone() {
        assertThat(close.refusal(overdue(CloseStep.CUTOFF))).isEqualTo("not-found");
        close.told(open());

        assertThat(names(close.when(overdue(CloseStep.OPEN, CloseStep.CUTOFF, CloseStep.FREEZE))))
                .containsExactly("StepsOverdue");

        assertThat(told()).containsExactly(CloseStep.CUTOFF, CloseStep.FREEZE);
    }

    @Test
    void recordsAStepOnceHoweverOftenItsDeadlineComes() {
        close.told(open(), overdue(CloseStep.CUTOFF));

        assertThat(close.when(overdue(CloseStep.CUTOFF))).isEmpty();
        assertThat(names(close.when(overdue(CloseStep.CUTOFF, CloseStep.FREEZE))))
                .containsExactly("StepsOverdue");
        assertThat(told()).containsExactly(CloseStep.FREEZE);

        close.told(cutoff(ANNA), restart("again", ANNA));
        assertThat(close.when(overdue(CloseStep.CUTOFF, CloseStep.FREEZE))).isEmpty();
    }

    @Test
    void knowsWhichStepsAreDoneAllAlong() {
        close.told(open(), cutoff(ANNA)).told(results(1));
        assertThat(close.when(overdue(
                        CloseStep.OPEN,
                        CloseStep.CUTOFF,
                        CloseStep.COMPLETENESS,
                        CloseStep.DEAD_LETTERS,
                        CloseStep.FREEZE,
                        CloseStep.BALANCE,
                        CloseStep.ALLOCATE,
                        CloseStep.VALUE,
                        CloseStep.JOURNAL)))
                .isEmpty();
        var pack = close.latest(PackReady.class).packHash();
        close.told(approve(pack, PIA), approve(pack, QUINN)).told(quiet(1)).told(posted("4711"));

        close.when(overdue(CloseStep.APPROVE, CloseStep.POST, CloseStep.PUBLISH, CloseStep.LOCK));

        assertThat(told()).containsExactly(CloseStep.PUBLISH, CloseStep.LOCK);
    }

    @Test
    void recordsNothingBeforeItIsDue() {
        close.told(open());
        Instant at = Instant.parse("2024-11-04T08:00:00Z");
        DueStep tomorrow = new DueStep(CloseStep.CUTOFF, at.plusMillis(1));

        assertThat(close.when(new ReportOverdue(CLOSE, List.of(tomorrow), at))).isEmpty();
    }

    private List<CloseStep> told() {
        return close.latest(StepsOverdue.class).steps().stream()
                .map(DueStep::step)
                .toList();
    }
}
