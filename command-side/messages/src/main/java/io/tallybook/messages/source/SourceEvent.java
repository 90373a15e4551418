package io.tallybook.messages.source;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.intake.ImportCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a Source. */
public sealed interface SourceEvent extends Event {
    SourceId source();

    /**
     * @param version 1 for the first definition, one more for each that follows
     * @param goesOn whether what was read by the definition before counts: the watermark and the files taken stay
     */
    record SourceDefined(SourceId source, int version, SourceDefinition definition, boolean goesOn, PersonId by)
            implements SourceEvent {}

    record SourcePaused(SourceId source, String reason, PersonId by) implements SourceEvent {}

    record SourceResumed(SourceId source, PersonId by) implements SourceEvent {}

    record PullRequested(SourceId source, Instant requestedAt, PersonId by) implements SourceEvent {}

    /** @param watermark saved from now on; null leaves the one before */
    record ObjectTaken(
            SourceId source,
            PullId pull,
            Instant startedAt,
            int number,
            TakenObject object,
            @Nullable String watermark) implements SourceEvent {}

    /**
     * @param objects how many were taken
     * @param counts of all of them
     * @param watermark saved from now on; null leaves the one before
     * @param more whether it stopped at its bound and the source has more
     */
    record PullRecorded(
            SourceId source,
            PullId pull,
            Instant startedAt,
            int objects,
            ImportCounts counts,
            @Nullable String watermark,
            boolean more)
            implements SourceEvent {}

    /**
     * @param objects how many were taken before
     * @param counts of all of them
     * @param answer the answer that could not be read, in the object directory
     */
    record PullFailed(
            SourceId source,
            PullId pull,
            Instant startedAt,
            int objects,
            ImportCounts counts,
            PullFault cause,
            String sentence,
            @Nullable Sha256 answer)
            implements SourceEvent {}
}
