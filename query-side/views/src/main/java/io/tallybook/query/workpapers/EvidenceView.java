package io.tallybook.query.workpapers;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that proves a line or a task.
 *
 * @param evidence its number in the close's papers
 * @param withdrawnBy who said that it proves nothing; null while it stands
 */
public record EvidenceView(
        CloseId closeId,
        int evidence,
        Subject subject,
        Sha256 sha256,
        String name,
        long bytes,
        String mediaType,
        PersonId by,
        Instant at,
        @Nullable PersonId withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String reason) {
    public boolean stands() {
        return withdrawnBy == null;
    }
}
