package io.tallybook.query.source;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.SourceDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named source.
 *
 * @param version of its definition
 * @param pausedReason why it is paused; null when it is not
 * @param watermark how far it has been read, in its own words; null when nothing says
 * @param askedAt since when a pull that somebody asked for is awaited; null when none is
 * @param lastPull null before the first
 */
public record SourceView(
        SourceId source,
        int version,
        SourceDefinition definition,
        PersonId by,
        Instant definedAt,
        boolean paused,
        @Nullable String pausedReason,
        @Nullable String watermark,
        @Nullable Instant askedAt,
        @Nullable SourcePullView lastPull,
        long sequence,
        long position) {
    /** Whether the last pull failed. */
    public boolean failing() {
        return lastPull != null && lastPull.failed();
    }
}
