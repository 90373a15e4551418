package io.tallybook.command.deadletter;

import io.tallybook.command.Story;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterCommand.MarkReplaced;
import io.tallybook.messages.deadletter.DeadLetterCommand.ReceiveDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final Source SOURCE = new Source(new ImportId("i-1"), Sha256.of("a"), "a.csv");
    private static final Source CORRECTED = new Source(new ImportId("i-2"), Sha256.of("b"), "b.csv");
    private static final DeadLetterId ID = new DeadLetterId(SOURCE.file().brief() + "/7");
    private static final MeterMonthId MONTH = new MeterMonthId("ellund/2024-10");
    private static final Instant START = Instant.parse("2024-10-04T04:00:00Z");
    private static final DeadLetterReceived RECEIVED =
            new DeadLetterReceived(ID, SOURCE, 7, "BAD_NUMBER", "not a number", "a;b", MONTH, START, Story.ACCOUNTANT);
    private static final DeadLetterExcluded EXCLUDED = new DeadLetterExcluded(ID, MONTH, "test row", Story.ACCOUNTANT);
    private static final DeadLetterReplaced REPLACED = new DeadLetterReplaced(ID, CORRECTED, PersonId.HOUSE);

    private final Story story = Story.of(DeadLetter.class);

    @Test
    void isReceivedOnce() {
        story.given().when(receive()).then(RECEIVED);
        story.given(RECEIVED).when(receive()).thenNothing();
        story.given(RECEIVED, EXCLUDED).when(receive()).thenNothing();
    }

    @Test
    void isExcludedOnceWithAReason() {
        story.given(RECEIVED).when(exclude("test row")).then(EXCLUDED);
        story.given(RECEIVED, EXCLUDED).when(exclude("test row")).thenNothing();
        story.given(RECEIVED).when(exclude(" ")).thenRefused("reason-required");
    }

    @Test
    void isReplacedOnceAndThenThereIsNothingToExclude() {
        story.given(RECEIVED).when(replace()).then(REPLACED);
        story.given(RECEIVED, REPLACED).when(replace()).thenNothing();
        story.given(RECEIVED, REPLACED).when(exclude("test row")).thenRefused("dead-letter-replaced");
    }

    @Test
    void staysExcludedWhenAGoodRecordComes() {
        story.given(RECEIVED, EXCLUDED).when(replace()).thenNothing();
    }

    @Test
    void isNotFoundBeforeItIsReceived() {
        story.given().when(exclude("test row")).thenRefused("not-found");
        story.given().when(replace()).thenRefused("not-found");
    }

    private static ReceiveDeadLetter receive() {
        return new ReceiveDeadLetter(
                ID, SOURCE, 7, "BAD_NUMBER", "not a number", "a;b", MONTH, START, Story.ACCOUNTANT, Story.AT);
    }

    private static ExcludeDeadLetter exclude(String reason) {
        return new ExcludeDeadLetter(ID, reason, Story.ACCOUNTANT, Story.AT);
    }

    private static MarkReplaced replace() {
        return new MarkReplaced(ID, CORRECTED, PersonId.HOUSE, Story.AT);
    }
}
