package io.tallybook.intake;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCounts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param bytes of the file as delivered
 * @param counts every value once; without failure their sum is the number of values read
 * @param failure why the file, or the rest of it, could not be read; null when all of it was
 * @param position head of the log when the import was done: a view that has seen it shows the import
 */
public record ImportSummary(
        ImportId importId,
        String name,
        Sha256 file,
        long bytes,
        String profile,
        ImportCounts counts,
        @Nullable String failure,
        Duration elapsed,
        long position) {
    /** Whether the whole file was read; dead letters do not change that. */
    public boolean readable() {
        return failure == null;
    }
}
