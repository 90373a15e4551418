package io.tallybook.query.deadletter;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be accepted.
 *
 * @param month the month it blocks while open; null when the row named none
 * @param settledAt when it was excluded or replaced, null while open
 * @param settledReason the accountant's words, null unless excluded
 * @param replacement the delivery that put it right, null unless replaced
 */
public record DeadLetterView(
        DeadLetterId deadLetter,
        DeadLetterStatus status,
        Source source,
        int line,
        String category,
        String reason,
        String raw,
        @Nullable MeterMonthId month,
        @Nullable Instant start,
        PersonId by,
        Instant receivedAt,
        @Nullable PersonId settledBy,
        @Nullable Instant settledAt,
        @Nullable String settledReason,
        @Nullable Source replacement,
        long receivedPosition,
        long sequence,
        long position) {}
