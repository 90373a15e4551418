package io.tallybook.messages.source;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a Source. */
public sealed interface SourceCommand extends Command {
    SourceId source();

    /** Defines a source, or defines it anew; a new address, query or watermark rule begins again from its start. */
    @SentBy(Role.ENGINEER)
    record DefineSource(
            @TargetAggregateIdentifier SourceId source, SourceDefinition definition, PersonId by, Instant at)
            implements SourceCommand {}

    @SentBy(Role.ENGINEER)
    record PauseSource(@TargetAggregateIdentifier SourceId source, String reason, PersonId by, Instant at)
            implements SourceCommand {}

    @SentBy(Role.ENGINEER)
    record ResumeSource(@TargetAggregateIdentifier SourceId source, PersonId by, Instant at) implements SourceCommand {}

    /** A pull now, whenever the next one would come. */
    @SentBy({Role.ENGINEER, Role.OPERATOR})
    record RequestPull(@TargetAggregateIdentifier SourceId source, PersonId by, Instant at) implements SourceCommand {}

    /**
     * A page or file is in: every value of it was taken or has become a dead letter.
     *
     * @param number of the object in its pull, from 1
     * @param watermark the new one to be saved; null leaves it
     */
    @SentBy(Role.PROCESS)
    record TakeObject(
            @TargetAggregateIdentifier SourceId source,
            PullStart start,
            int number,
            TakenObject object,
            @Nullable String watermark,
            Instant at)
            implements SourceCommand {}

    /**
     * The pull has come to its end.
     *
     * @param watermark the new one to be saved; null leaves it
     * @param more whether it stopped at its bound and the source has more
     */
    @SentBy(Role.PROCESS)
    record RecordPull(
            @TargetAggregateIdentifier SourceId source,
            PullStart start,
            @Nullable String watermark,
            boolean more,
            Instant at)
            implements SourceCommand {}

    /**
     * The pull could not go on; what it had taken stays.
     *
     * @param answer the answer that could not be read, in the object directory
     */
    @SentBy(Role.PROCESS)
    record FailPull(
            @TargetAggregateIdentifier SourceId source,
            PullStart start,
            PullFault cause,
            String sentence,
            @Nullable Sha256 answer,
            Instant at)
            implements SourceCommand {}
}
