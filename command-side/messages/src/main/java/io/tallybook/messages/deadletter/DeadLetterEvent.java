package io.tallybook.messages.deadletter;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a DeadLetter. */
public sealed interface DeadLetterEvent extends Event {
    DeadLetterId deadLetter();

    /**
     * {@code category}: UNREADABLE, UNKNOWN_POINT, UNKNOWN_CONTRACT, BAD_TIME, BAD_NUMBER, BAD_SIGN, BAD_UNIT, NULL_VALUE, DUPLICATE, REFUSED (by
     * the model's own rule).
     */
    record DeadLetterReceived(
            DeadLetterId deadLetter,
            Source source,
            int line,
            String category,
            String reason,
            String raw,
            @Nullable MeterMonthId month,
            @Nullable Instant start,
            PersonId by)
            implements DeadLetterEvent {}

    record DeadLetterExcluded(
            DeadLetterId deadLetter, @Nullable MeterMonthId month, String reason, PersonId by)
            implements DeadLetterEvent {}

    record DeadLetterReplaced(DeadLetterId deadLetter, Source source, PersonId by) implements DeadLetterEvent {}
}
