package io.tallybook.saga.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Money;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.RecordingDoor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due moments are told to the close: one report for what is past, a deadline for each moment to come. */
class CloseTimetableTest {
    private static final Instant NOW = RecordingDoor.NOW;

    private final RecordingDoor door = new RecordingDoor();
    private final SagaTestFixture<CloseTimetable> process = new SagaTestFixture<>(CloseTimetable.class);

    @BeforeEach
    void provide() {
        InstantSource time = process::currentTime;
        process.registerResource(new Orders(door, time.withZone(ZoneOffset.UTC)));
        process.givenCurrentTime(NOW);
    }

    @Test
    void setsADeadlineForEveryLevelALateStepGoesUp() {
        Instant from = NOW;
        Instant cutoff = due(CloseStep.CUTOFF, from);
        var opened = process.givenAPublished(period(from)).whenPublishingA(close(from));

        opened.expectScheduledDeadlineWithName(cutoff.plus(Duration.ofHours(4)), CloseTimetable.STEP_DUE)
                .expectScheduledDeadlineWithName(cutoff.plus(Duration.ofHours(24)), CloseTimetable.STEP_DUE);
    }

    @Test
    void setsADeadlineForEveryMomentToCome() {
        Instant from = NOW;
        var opened = process.givenAPublished(period(from)).whenPublishingA(close(from));

        opened.expectScheduledDeadlineWithName(due(CloseStep.CUTOFF, from), CloseTimetable.STEP_DUE)
                .expectScheduledDeadlineWithName(due(CloseStep.ALLOCATE, from), CloseTimetable.STEP_DUE)
                .expectScheduledDeadlineWithName(due(CloseStep.LOCK, from), CloseTimetable.STEP_DUE);
        assertThat(door.given()).isEmpty();
    }

    @Test
    void tellsTheStepsDueWhenADeadlineComes() {
        Instant from = Instant.parse("2024-11-04T23:00:00Z"); // Tuesday in Copenhagen, BD1
        process.givenAPublished(period(from)).andThenAPublished(close(from)).whenTimeElapses(Duration.ofDays(1));

        assertThat(door.given(ReportOverdue.class).getLast().steps())
                .containsExactly(
                        new DueStep(CloseStep.OPEN, due(CloseStep.OPEN, from)),
                        new DueStep(CloseStep.CUTOFF, due(CloseStep.CUTOFF, from)));
    }

    @Test
    void comesBackWhenTheTermsOfThePeriodSayThatItGoesUp() {
        Instant from = Instant.parse("2024-11-04T23:00:00Z");
        CloseTerms terms = new CloseTerms(
                Example.PERIOD,
                new Money(new BigDecimal("1.00"), "USD"),
                new Money(new BigDecimal("2.00"), "USD"),
                37,
                91);
        Instant due = due(CloseStep.CUTOFF, from);
        process.givenAPublished(period(from))
                .whenPublishingA(
                        new CloseOpened(Example.CLOSE, Example.NETWORK, 1, from, false, Example.ANNA, NOW, null, terms))
                .expectScheduledDeadlineWithName(due, CloseTimetable.STEP_DUE)
                .expectScheduledDeadlineWithName(due.plus(Duration.ofMinutes(37)), CloseTimetable.STEP_DUE)
                .expectScheduledDeadlineWithName(due.plus(Duration.ofMinutes(91)), CloseTimetable.STEP_DUE)
                .expectNoScheduledDeadline(due.plus(Duration.ofHours(4)), CloseTimetable.STEP_DUE);
    }

    @Test
    void tellsEverythingThatIsPastWhenTheCloseOpensOnceAndSetsNoDeadline() {
        Instant longAgo = Instant.parse("2024-06-30T22:00:00Z");
        var opened = process.givenAPublished(period(longAgo)).whenPublishingA(close(longAgo));

        opened.expectNoScheduledDeadlines();
        assertThat(door.given())
                .containsExactly(new ReportOverdue(
                        Example.CLOSE,
                        Stream.of(CloseStep.values())
                                .map(step -> new DueStep(step, due(step, longAgo)))
                                .toList(),
                        NOW));
    }

    @Test
    void triesAgainWhenTheCloseCannotBeTold() {
        door.answering(ReportOverdue.class, Outcome.BUSY);
        Instant longAgo = Instant.parse("2024-06-30T22:00:00Z");

        var opened = process.givenAPublished(period(longAgo)).whenPublishingA(close(longAgo));

        assertThatThrownBy(opened::expectSuccessfulHandlerExecution).hasMessageContaining("(BUSY, trace)");
    }

    @Test
    void tellsThatThePostingIsLateWhenTheErpHasNotConfirmedInTime() {
        process.givenAPublished(period(NOW))
                .andThenAPublished(close(NOW))
                .andThenAPublished(posting())
                .whenTimeElapses(CloseTerms.standard().erpAfter());

        assertThat(door.given(ReportOverdue.class))
                .singleElement()
                .satisfies(report -> assertThat(report.steps())
                        .containsExactly(new DueStep(
                                CloseStep.POST, NOW.plus(CloseTerms.standard().erpAfter()))));
    }

    @Test
    void setsNothingMoreOnceTheCloseIsLocked() {
        process.givenAPublished(period(NOW))
                .andThenAPublished(close(NOW))
                .andThenAPublished(posting())
                .whenPublishingA(new CloseLocked(Example.CLOSE, Example.HASH, Example.HASH))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    private static Instant due(CloseStep step, Instant from) {
        return CloseTemplate.due(step, from, Example.GAS_DAY.zone(), List.of());
    }

    private static PeriodOpened period(Instant from) {
        return new PeriodOpened(
                Example.GROUP,
                Example.NETWORK,
                Example.PERIOD,
                Example.GAS_DAY.zone(),
                from,
                false,
                null,
                Example.ANNA,
                null);
    }

    private static CloseOpened close(Instant from) {
        return new CloseOpened(Example.CLOSE, Example.NETWORK, 1, from, false, Example.ANNA, NOW, null);
    }

    private static JournalPostingRequested posting() {
        JournalId journal = JournalId.ofClose(Example.CLOSE);
        return new JournalPostingRequested(journal, Example.CLOSE, 1, Example.HASH, Example.HASH, List.of());
    }
}
