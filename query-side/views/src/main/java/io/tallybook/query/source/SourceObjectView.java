package io.tallybook.query.source;

import io.tallybook.messages.PullId;
import io.tallybook.messages.source.TakenObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page or file of a pull.
 *
 * @param number in its pull, from 1
 * @param watermark saved with it; null when none was
 */
public record SourceObjectView(
        PullId pull,
        int number,
        TakenObject object,
        @Nullable String watermark,
        Instant takenAt,
        long position) {}
