package io.tallybook.command.workpapers;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand.CarryNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.WriteNote;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteWritten;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The notes of a close by number. */
final class Notes {
    private final Map<Integer, Note> notes = new TreeMap<>();
    private final Map<String, Integer> carried = new TreeMap<>();

    /**
     * A note as it stands.
     *
     * @param by who wrote it
     * @param resolvedBy who said that it is settled; null while it is not
     */
    record Note(
            int number,
            Subject subject,
            NoteKind kind,
            String text,
            @Nullable PersonId assignee,
            PersonId by,
            int answers,
            String lastAnswer,
            NoteState state,
            @Nullable PersonId resolvedBy) {
        boolean isReviewPoint() {
            return kind == NoteKind.REVIEW_POINT;
        }

        Note assigned(@Nullable PersonId to) {
            return new Note(number, subject, kind, text, to, by, answers, lastAnswer, state, resolvedBy);
        }

        Note answered(PersonId who, String what) {
            return new Note(
                    number, subject, kind, text, assignee, by, answers + 1, who + "|" + what, state, resolvedBy);
        }

        Note in(NoteState now, @Nullable PersonId resolver) {
            return new Note(number, subject, kind, text, assignee, by, answers, lastAnswer, now, resolver);
        }
    }

    /** @throws Refused when there is none of that number */
    Note of(int number) {
        return Refused.unlessFound(notes.get(number), "note " + number);
    }

    int next() {
        return notes.size() + 1;
    }

    int count() {
        return notes.size();
    }

    boolean stands(WriteNote order) {
        return notes.values().stream()
                .anyMatch(note -> note.state() == NoteState.UNRESOLVED
                        && note.subject().equals(order.subject())
                        && note.kind() == order.kind()
                        && note.text().equals(order.text())
                        && note.by().equals(order.by()));
    }

    boolean has(CarryNote order) {
        return carried.containsKey(order.from() + "#" + order.fromNote());
    }

    List<Note> unresolvedReviewPoints() {
        return notes.values().stream()
                .filter(note -> note.isReviewPoint() && note.state() == NoteState.UNRESOLVED)
                .toList();
    }

    void write(NoteWritten e) {
        put(e.note(), e.subject(), e.kind(), e.text(), e.assignee(), e.by());
    }

    void carry(ReviewPointCarried e) {
        carried.put(e.from() + "#" + e.fromNote(), e.note());
        put(e.note(), e.subject(), NoteKind.REVIEW_POINT, e.text(), e.assignee(), e.author());
    }

    private void put(
            int number, Subject subject, NoteKind kind, String text, @Nullable PersonId assignee, PersonId by) {
        notes.put(number, new Note(number, subject, kind, text, assignee, by, 0, "", NoteState.UNRESOLVED, null));
    }

    void change(int number, UnaryOperator<Note> how) {
        notes.computeIfPresent(number, (same, note) -> how.apply(note));
    }
}
