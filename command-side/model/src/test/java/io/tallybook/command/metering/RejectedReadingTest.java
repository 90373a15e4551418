package io.tallybook.command.metering;

import static io.tallybook.command.metering.Months.AREA;
import static io.tallybook.command.metering.Months.CLOSE;
import static io.tallybook.command.metering.Months.FIRST;
import static io.tallybook.command.metering.Months.OCTOBER;
import static io.tallybook.command.metering.Months.SECOND;
import static io.tallybook.command.metering.Months.deadLetter;
import static io.tallybook.command.metering.Months.source;
import static io.tallybook.command.metering.Months.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReleasesClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.metering.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectedReadingTest {
    private static final DeadLetterId BAD = deadLetter(SECOND, 17);
    private static final PersonId CHIEF = new PersonId("carl");
    private static final Source CORRECTED = source("corrected");
    private static final Instant LATER = Story.AT.plusSeconds(60);

    private final Months daily = Months.daily();

    @Test
    void aDeadLetterIsNotedOnce() {
        daily.empty().when(note(start(4))).then(noted(start(4)));
        daily.empty().and(note(start(4))).when(note(start(4))).thenNothing();
    }

    @Test
    void anOpenDeadLetterBlocksTheFreeze() {
        daily.complete()
                .and(note(start(4)))
                .when(daily.freeze(1))
                .then(new MeterMonthNotReady(
                        daily.id(), CLOSE, 1, AREA, 3, daily.rule(), 31, 0, List.of(), 1, List.of(BAD)));
    }

    @Test
    void namesTheFirstTenDeadLetters() {
        Story.Given story = daily.complete();
        for (int line = 1; line <= 11; line++) {
            story = story.and(note(deadLetter(SECOND, line), start(4), LATER));
        }
        MeterMonthNotReady answer = story.when(daily.freeze(1)).only(MeterMonthNotReady.class);
        assertThat(answer.openDeadLetters()).isEqualTo(11);
        assertThat(answer.firstDeadLetters())
                .isEqualTo(IntStream.rangeClosed(1, 10)
                        .mapToObj(line -> deadLetter(SECOND, line))
                        .toList());
    }

    @Test
    void aGoodRecordOfAnotherFileTakesItsPlace() {
        assertThat(daily.complete()
                        .and(note(start(4)))
                        .when(daily.record(4, 70, CORRECTED))
                        .events())
                .hasSize(2)
                .hasAtLeastOneElementOfType(QuantitiesRecorded.class)
                .endsWith(replaced());
    }

    @Test
    void alsoWhenItSaysWhatIsKnownAlready() {
        daily.complete()
                .and(note(start(4)))
                .when(daily.record(4, 100, CORRECTED))
                .then(replaced());
    }

    @Test
    void aRecordOfItsOwnFileOrOfAnotherIntervalDoesNot() {
        assertThat(daily.complete()
                        .and(note(start(4)))
                        .when(daily.record(4, 70, SECOND))
                        .events())
                .doesNotHaveAnyElementsOfTypes(RejectedReadingReplaced.class);
        assertThat(daily.complete()
                        .and(note(start(4)))
                        .when(daily.record(5, 70, CORRECTED))
                        .events())
                .doesNotHaveAnyElementsOfTypes(RejectedReadingReplaced.class);
    }

    @Test
    void aRecordReplacesWhatWasRejectedAnywhereInItsInterval() {
        Months hourly = Months.hourly(OCTOBER);
        assertThat(hourly.empty()
                        .and(note(start(4).plus(Duration.ofMinutes(59))))
                        .when(hourly.record(
                                Months.day(4), CORRECTED, Story.ACCOUNTANT, List.of(Months.quantity(4, 70))))
                        .events())
                .contains(replaced());
        assertThat(hourly.empty()
                        .and(note(start(4).plus(Duration.ofMinutes(60))))
                        .when(hourly.record(
                                Months.day(4), CORRECTED, Story.ACCOUNTANT, List.of(Months.quantity(4, 70))))
                        .events())
                .doesNotContain(replaced());
    }

    @Test
    void withoutAStartItGoesOnlyByExclusion() {
        assertThat(daily.complete()
                        .and(note(null))
                        .when(daily.record(4, 70, CORRECTED))
                        .events())
                .doesNotHaveAnyElementsOfTypes(RejectedReadingReplaced.class);
        daily.complete().and(note(null)).when(exclude()).then(excluded());
    }

    @Test
    void theMonthIsReadyWhenTheLastOneIsReplacedOrExcluded() {
        Story.Given waiting = daily.complete().and(note(start(4))).and(daily.freeze(1));
        MeterMonthReady ready = new MeterMonthReady(daily.id(), CLOSE, 1, AREA, 3, daily.rule());
        waiting.when(daily.record(4, 100, CORRECTED)).then(replaced(), ready);
        waiting.when(exclude()).then(excluded(), ready);
    }

    @Test
    void oneMoreThatIsOpenKeepsTheMonthWaiting() {
        daily.complete()
                .and(note(start(4)))
                .and(note(deadLetter(SECOND, 18), start(5), LATER))
                .and(daily.freeze(1))
                .when(daily.record(4, 100, CORRECTED))
                .then(replaced());
    }

    @Test
    void whoExcludesContributes() {
        assertThat(daily.complete()
                        .and(note(start(4)))
                        .and(exclude())
                        .when(daily.freeze(1))
                        .only(MeterMonthFrozen.class)
                        .contributors())
                .containsExactly(Story.ACCOUNTANT, CHIEF);
    }

    @Test
    void isExcludedOnceAndNotAfterItWasReplaced() {
        daily.complete().and(note(start(4))).and(exclude()).when(exclude()).thenNothing();
        daily.complete()
                .and(note(start(4)))
                .and(daily.record(4, 70, CORRECTED))
                .when(exclude())
                .thenNothing();
    }

    @Test
    void oneExcludedBeforeItWasNotedNeverBlocks() {
        daily.empty().when(exclude()).then(excluded());
        daily.empty().and(exclude()).when(note(start(4))).thenNothing();
    }

    @Test
    void oneNotedAfterItsGoodRecordCameIsReplacedAtOnce() {
        daily.empty()
                .and(daily.record(4, 70, CORRECTED))
                .when(note(BAD, start(4), Story.AT))
                .then(noted(start(4)), replaced());
    }

    @Test
    void oneThatCameAfterTheRecordBlocksThoughTheIntervalHasOne() {
        daily.empty()
                .and(daily.record(4, 70, FIRST))
                .when(note(BAD, start(4), Story.AT.plusMillis(1)))
                .then(noted(start(4)));
    }

    @Test
    void aLateRecordReplacesOneOfAFrozenOrClosedMonth() {
        assertThat(daily.frozen()
                        .and(note(start(4)))
                        .when(daily.record(4, 70, CORRECTED))
                        .events())
                .hasAtLeastOneElementOfType(LateQuantitiesReceived.class)
                .endsWith(replaced(), releases(null));
        daily.closed().and(note(start(4))).when(daily.record(4, 100, CORRECTED)).then(replaced());
    }

    @Test
    void inAFrozenMonthItHoldsTheCloseUntilItIsSettled() {
        daily.frozen().when(note(start(4))).then(noted(start(4)), holds());
        Story.Given held = daily.frozen().and(note(start(4)));
        held.when(daily.record(4, 100, CORRECTED)).then(replaced(), releases(null));
        held.when(exclude()).then(excluded(), releases(CHIEF));
        held.and(exclude()).when(note(start(4))).thenNothing();
    }

    @Test
    void oneReplacedAsItIsNotedHoldsTheCloseNoLonger() {
        assertThat(daily.frozen()
                        .and(daily.record(4, 70, CORRECTED))
                        .when(note(BAD, start(4), Instant.EPOCH))
                        .events())
                .containsExactly(noted(start(4)), holds(), replaced(), releases(null));
    }

    @Test
    void theCloseHearsOfItAlsoWhenTheMonthWasThawedMeanwhile() {
        Story.Given thawed = daily.frozen().and(note(start(4))).and(new ThawMeterMonth(daily.id(), CLOSE, 2, LATER));
        assertThat(thawed.when(exclude()).events()).containsExactly(excluded(), releases(CHIEF));
    }

    @Test
    void inAnOpenOrClosedMonthItHoldsNone() {
        daily.complete().when(note(start(4))).then(noted(start(4)));
        daily.closed().when(note(start(4))).then(noted(start(4)));
    }

    @Test
    void aMonthStillFrozenIsNotReadyForTheNextAttemptWhileOneIsOpen() {
        Story.Given waiting = daily.frozen().and(note(start(4)));
        waiting.when(daily.freeze(2)).only(MeterMonthNotReady.class);
        assertThat(waiting.and(daily.freeze(2)).when(exclude()).events())
                .hasAtLeastOneElementOfType(MeterMonthReady.class);
        MeterMonthFrozen again = waiting.and(daily.freeze(2))
                .and(exclude())
                .when(daily.freeze(2))
                .only(MeterMonthFrozen.class);
        assertThat(again.throughSequence()).isEqualTo(30);
    }

    private NoteRejectedReading note(@Nullable Instant start) {
        return note(BAD, start, LATER);
    }

    private NoteRejectedReading note(DeadLetterId id, @Nullable Instant start, Instant at) {
        return new NoteRejectedReading(daily.id(), id, start, "not a number", at);
    }

    private ExcludeRejectedReading exclude() {
        return new ExcludeRejectedReading(daily.id(), BAD, CHIEF, Story.AT);
    }

    private RejectedReadingNoted noted(@Nullable Instant start) {
        return new RejectedReadingNoted(daily.id(), BAD, start, "not a number");
    }

    private RejectedReadingReplaced replaced() {
        return new RejectedReadingReplaced(daily.id(), BAD, CORRECTED, Story.ACCOUNTANT);
    }

    private RejectedReadingHoldsClose holds() {
        return new RejectedReadingHoldsClose(daily.id(), CLOSE, BAD);
    }

    private RejectedReadingReleasesClose releases(@Nullable PersonId excludedBy) {
        return new RejectedReadingReleasesClose(daily.id(), CLOSE, BAD, excludedBy);
    }

    private RejectedReadingExcluded excluded() {
        return new RejectedReadingExcluded(daily.id(), BAD, CHIEF);
    }
}
