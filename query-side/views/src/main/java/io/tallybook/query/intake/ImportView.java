package io.tallybook.query.intake;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one file or batch.
 *
 * @param counts null until it has finished
 * @param rejected dead letters it left so far
 * @param adjustments prior-period adjustments it raised so far
 */
public record ImportView(
        ImportId importId,
        Source source,
        String profile,
        long bytes,
        PersonId by,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable ImportCounts counts,
        int rejected,
        int adjustments,
        long startedPosition,
        long position) {
    public boolean finished() {
        return finishedAt != null;
    }
}
