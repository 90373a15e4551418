package io.tallybook.messages.deadletter;

import io.tallybook.messages.Command;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a DeadLetter: an external message we could not accept. */
public sealed interface DeadLetterCommand extends Command {
    DeadLetterId deadLetter();

    /** {@code month} and {@code start} are known when the row named a point and a time; the same id again is unchanged. */
    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record ReceiveDeadLetter(
            @TargetAggregateIdentifier DeadLetterId deadLetter,
            Source source,
            int line,
            String category,
            String reason,
            String raw,
            @Nullable MeterMonthId month,
            @Nullable Instant start,
            PersonId by,
            Instant at)
            implements DeadLetterCommand {}

    @SentBy(Role.ACCOUNTANT)
    record ExcludeDeadLetter(@TargetAggregateIdentifier DeadLetterId deadLetter, String reason, PersonId by, Instant at)
            implements DeadLetterCommand {}

    @SentBy(Role.PROCESS)
    record MarkReplaced(@TargetAggregateIdentifier DeadLetterId deadLetter, Source source, PersonId by, Instant at)
            implements DeadLetterCommand {}
}
