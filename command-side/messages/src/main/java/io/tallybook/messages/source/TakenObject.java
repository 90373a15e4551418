package io.tallybook.messages.source;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page or a file a source gave.
 *
 * @param name of the file, or the page's number, for people
 * @param file SHA-256 of its bytes in the object directory
 * @param modified a file's own time; null for a page
 * @param importId null when the same bytes had been taken before and nothing was imported
 */
public record TakenObject(
        String name,
        Sha256 file,
        long bytes,
        @Nullable Instant modified,
        @Nullable ImportId importId,
        ImportCounts counts) {
    public TakenObject {
        Invalid.unless(!name.isBlank() && name.length() <= 200, "an object's name has 1 to 200 characters");
    }
}
