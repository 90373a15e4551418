package io.tallybook.saga.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.HoldForDeadLetter;
import io.tallybook.messages.close.CloseCycleCommand.ReleaseHold;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.deadletter.DeadLetterCommand.MarkReplaced;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReleasesClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterReleaseTest {
    private static final DeadLetterId LETTER = new DeadLetterId("dl/1");
    private static final MeterMonthId MONTH = MeterMonthId.of(Example.ELLUND, Example.PERIOD);

    private final RecordingDoor door = new RecordingDoor();
    private final DeadLetterRelease process = new DeadLetterRelease(door.orders());

    @Test
    void saysThatItHasNoMoreNewsThanItTold() {
        var e = new NewsAwaited(Example.CLOSE, 2, 1);

        process.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ConfirmNoNews(Example.CLOSE, 2, 1, NewsRelay.DEAD_LETTERS, RecordingDoor.NOW));
    }

    @Test
    void blocksTheMonthADeadLetterFallsInFromTheTimeItCame() {
        DeadLetterReceived e = received(MONTH);
        EventMessage<?> message = GenericEventMessage.asEventMessage(e);

        process.on(e, message);

        assertThat(door.given())
                .containsExactly(
                        new NoteRejectedReading(MONTH, LETTER, e.start(), "not a number: 'x'", message.getTimestamp()));
    }

    @Test
    void blocksNothingWhenNobodyKnowsWhereADeadLetterBelongs() {
        DeadLetterReceived e = received(null);

        process.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given()).isEmpty();
    }

    @Test
    void letsTheMonthGoWhenTheDeadLetterIsExcluded() {
        var e = new DeadLetterExcluded(LETTER, MONTH, "meter under test", Example.ANNA);

        process.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new ExcludeRejectedReading(MONTH, LETTER, Example.ANNA, RecordingDoor.NOW));
    }

    @Test
    void marksTheDeadLetterThatAGoodRecordReplaced() {
        var e = new RejectedReadingReplaced(MONTH, LETTER, Example.source(), Example.ANNA);

        process.on(e, GenericEventMessage.asEventMessage(e));

        assertThat(door.given())
                .containsExactly(new MarkReplaced(LETTER, Example.source(), Example.ANNA, RecordingDoor.NOW));
    }

    @Test
    void tellsTheCloseThatItWaitsAndThatItNoLongerDoes() {
        var holds = new RejectedReadingHoldsClose(MONTH, Example.CLOSE, LETTER);
        var releases = new RejectedReadingReleasesClose(MONTH, Example.CLOSE, LETTER, Example.ANNA);

        process.on(holds, GenericEventMessage.asEventMessage(holds));
        process.on(releases, GenericEventMessage.asEventMessage(releases));

        assertThat(door.given())
                .containsExactly(
                        new HoldForDeadLetter(Example.CLOSE, Example.ELLUND, LETTER, RecordingDoor.NOW),
                        new ReleaseHold(Example.CLOSE, LETTER, Example.ANNA, RecordingDoor.NOW));
    }

    private static DeadLetterReceived received(@Nullable MeterMonthId month) {
        return new DeadLetterReceived(
                LETTER,
                Example.source(),
                7,
                "BAD_NUMBER",
                "not a number: 'x'",
                "raw",
                month,
                Instant.parse("2024-10-04T04:00:00Z"),
                Example.ANNA);
    }
}
