package io.tallybook.query.source;

import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.PullFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pull of a source.
 *
 * @param endedAt null while it runs, and when a crash cut it off
 * @param objects pages or files taken
 * @param counts null until it has ended
 * @param watermark saved at its end; null when it saved none then
 * @param more whether it stopped at its bound and the next pull goes on at once
 * @param fault and {@code sentence}: why it failed; null when it did not
 * @param answer the answer that could not be read, in the object directory
 */
public record SourcePullView(
        PullId pull,
        SourceId source,
        Instant startedAt,
        @Nullable Instant endedAt,
        int objects,
        @Nullable ImportCounts counts,
        @Nullable String watermark,
        boolean more,
        @Nullable PullFault fault,
        @Nullable String sentence,
        @Nullable Sha256 answer,
        long firstPosition,
        long position) {
    public boolean failed() {
        return fault != null;
    }
}
