package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static io.tallybook.command.close.Orders.ANNA;
import static io.tallybook.command.close.Orders.CLOSE;
import static io.tallybook.command.close.Orders.PIA;
import static io.tallybook.command.close.Orders.QUINN;
import static io.tallybook.command.close.Orders.approve;
import static io.tallybook.command.close.Orders.blocker;
import static io.tallybook.command.close.Orders.contracts;
import static io.tallybook.command.close.Orders.cutoff;
import static io.tallybook.command.close.Orders.frozen;
import static io.tallybook.command.close.Orders.open;
import static io.tallybook.command.close.Orders.overdue;
import static io.tallybook.command.close.Orders.posted;
import static io.tallybook.command.close.Orders.quiet;
import static io.tallybook.command.close.Orders.restart;
import static io.tallybook.command.close.Orders.results;
import static io.tallybook.command.close.Orders.roster;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.close.CloseCycleCommand.ExtendCutoff;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.StepsEscalated;
import io.tallybook.messages.close.CloseCycleEvent.StepsOverdue;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Escalation;
import java.math.BigDecimal;
import java.time.Duration;
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

    /** A statement may wait for a price, and the balance for a word, when the month was allocated long before. */
    @Test
    void theMonthIsAllocatedWhenItIsFrozenAndNothingKeepsItsRuns() {
        close.told(open(), cutoff(ANNA), roster(1)).told(contracts(1));
        assertThat(names(close.when(overdue(CloseStep.ALLOCATE)))).containsExactly("StepsOverdue");

        close.told(restart("again", ANNA), roster(2)).told(contracts(2)).told(frozen(2, "frozen"));
        assertThat(close.when(overdue(CloseStep.ALLOCATE, CloseStep.FREEZE))).isEmpty();
        close.when(overdue(CloseStep.VALUE));
        assertThat(told()).containsExactly(CloseStep.VALUE);
    }

    @Test
    void aRunThatCannotSplitItsPointKeepsTheMonthFromBeingAllocated() {
        close.told(open(), cutoff(ANNA), roster(1)).told(contracts(1)).told(frozen(1, "frozen"));
        close.told(blocker(1, "the shares do not add up"));

        close.when(overdue(CloseStep.FREEZE, CloseStep.ALLOCATE));

        assertThat(told()).containsExactly(CloseStep.ALLOCATE);
    }

    @Test
    void goesUpFourHoursAndADayAfterItWasDueOnceEach() {
        close.told(open());
        Instant due = Instant.parse("2024-11-04T08:00:00Z");

        assertThat(names(close.when(cutoffDue(due, Duration.ofHours(4).minusMillis(1)))))
                .containsExactly("StepsOverdue");
        assertThat(close.when(cutoffDue(due, Duration.ofHours(4))))
                .containsExactly(
                        new StepsEscalated(CLOSE, Escalation.LEAD, List.of(new DueStep(CloseStep.CUTOFF, due))));
        assertThat(close.when(cutoffDue(due, Duration.ofHours(24).minusMillis(1))))
                .isEmpty();
        assertThat(close.when(cutoffDue(due, Duration.ofHours(24))))
                .containsExactly(
                        new StepsEscalated(CLOSE, Escalation.MANAGER, List.of(new DueStep(CloseStep.CUTOFF, due))));
        assertThat(close.when(cutoffDue(due, Duration.ofHours(48)))).isEmpty();
    }

    @Test
    void goesUpByTheTermsTheCloseWasOpenedUnder() {
        CloseTerms terms = new CloseTerms(
                CLOSE.period(),
                new Money(new BigDecimal("1.00"), "USD"),
                new Money(new BigDecimal("2.00"), "USD"),
                30,
                90);
        Instant opened = Instant.parse("2024-11-01T08:00:00Z");
        close.told(new OpenClose(CLOSE, new NetworkId("dk"), opened, List.of(), false, ANNA, opened, terms));
        Instant due = Instant.parse("2024-11-04T08:00:00Z");

        assertThat(names(close.when(cutoffDue(due, Duration.ofMinutes(29))))).containsExactly("StepsOverdue");
        close.when(cutoffDue(due, Duration.ofMinutes(30)));
        assertThat(close.latest(StepsEscalated.class).level()).isEqualTo(Escalation.LEAD);
        assertThat(close.when(cutoffDue(due, Duration.ofMinutes(89)))).isEmpty();
        close.when(cutoffDue(due, Duration.ofMinutes(90)));
        assertThat(close.latest(StepsEscalated.class).level()).isEqualTo(Escalation.MANAGER);
    }

    /** A close opened long after its dates is no storm: it is late, and at once with who answers for it. */
    @Test
    void tellsWhatIsLongPastOnceAndAtItsHighestLevelOnly() {
        close.told(open());

        assertThat(names(close.when(cutoffDue(Instant.parse("2024-01-04T08:00:00Z"), Duration.ofDays(300)))))
                .containsExactly("StepsOverdue", "StepsEscalated");
        assertThat(close.latest(StepsEscalated.class).level()).isEqualTo(Escalation.MANAGER);
    }

    @Test
    void countsFromTheEndOfTheTimeACutoffWasGiven() {
        close.told(open());
        Instant due = Instant.parse("2030-11-04T08:00:00Z");
        close.told(new ExtendCutoff(CLOSE, due.plus(Duration.ofHours(10)), "late meters", ANNA, due.minusSeconds(60)));

        assertThat(close.when(cutoffDue(due, Duration.ofHours(5)))).isEmpty();
        assertThat(names(close.when(cutoffDue(due, Duration.ofHours(10))))).containsExactly("StepsOverdue");
        assertThat(names(close.when(cutoffDue(due, Duration.ofHours(14))))).containsExactly("StepsEscalated");
    }

    private static ReportOverdue cutoffDue(Instant due, Duration after) {
        return new ReportOverdue(CLOSE, List.of(new DueStep(CloseStep.CUTOFF, due)), due.plus(after));
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
