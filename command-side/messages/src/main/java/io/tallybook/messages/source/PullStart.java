package io.tallybook.messages.source;

import io.tallybook.messages.PullId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pull knew of its source when it began; what it brings counts only while that is still so.
 *
 * @param version of the definition it reads by
 * @param watermark the one it goes on from: the saved one, null when there is none
 */
public record PullStart(PullId pull, int version, @Nullable String watermark, Instant startedAt) {
    /** The same pull, going on from another watermark. */
    public PullStart from(@Nullable String saved) {
        return new PullStart(pull, version, saved, startedAt);
    }
}
