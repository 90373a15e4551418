package io.tallybook.query.workpapers;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as it stands.
 *
 * @param assignee who is asked; null for nobody
 * @param by who wrote it, also where it was carried over
 * @param from the note of the month before that goes on here; null for one that was written here
 * @param to where it goes on; null while it does not
 * @param words what was said and done since, oldest first; ≤ 200
 */
public record NoteView(
        NoteLink id,
        Subject subject,
        NoteKind kind,
        NoteState state,
        String text,
        @Nullable PersonId assignee,
        PersonId by,
        Instant at,
        @Nullable PersonId resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable PersonId closedBy,
        @Nullable Instant closedAt,
        @Nullable NoteLink from,
        @Nullable NoteLink to,
        List<NoteWord> words) {
    /** Whether somebody has still to do something about it here. */
    public boolean isOpen() {
        return state == NoteState.UNRESOLVED || (state == NoteState.RESOLVED && kind == NoteKind.REVIEW_POINT);
    }

    /** Whether it was neither closed nor carried over. */
    public boolean isLive() {
        return state == NoteState.UNRESOLVED || state == NoteState.RESOLVED;
    }

    /** Unresolved it waits for whom it was given to; a resolved review point for who wrote it, if another resolved it. */
    public boolean waitsFor(PersonId person) {
        return switch (state) {
            case UNRESOLVED -> person.equals(assignee);
            case RESOLVED -> kind == NoteKind.REVIEW_POINT && by.equals(person) && !person.equals(resolvedBy);
            case CLOSED, ROLLED_FORWARD -> false;
        };
    }
}
