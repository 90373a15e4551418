package io.tallybook.query.workpapers;

import io.tallybook.messages.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said or done of a note after it was written.
 *
 * @param words the answer or the reason; null where the deed has none
 * @param assignee to whom it was given; null for nobody and for other deeds
 */
public record NoteWord(
        Deed deed, @Nullable String words, @Nullable PersonId assignee, PersonId by, Instant at) {
    /** What was done. */
    public enum Deed {
        ANSWERED,
        ASSIGNED,
        RESOLVED,
        RETURNED,
        CLOSED
    }
}
