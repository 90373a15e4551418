package io.tallybook.ui.workpapers;

import io.tallybook.messages.close.CloseId;
import io.tallybook.query.workpapers.EvidenceView;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.ui.table.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes and files of a page, ready to show.
 *
 * @param here where its forms go
 * @param all the page of all notes
 * @param back where the person is
 * @param choices the lines and tasks of this page one may write of
 * @param open how many notes of the page still want something
 * @param people whom a note may be given to
 * @param may whether the person may write
 */
public record Papers(
        CloseId close,
        String here,
        String all,
        String back,
        List<Choice> choices,
        List<Note> notes,
        List<File> files,
        long open,
        List<Choice> people,
        boolean may) {
    /** A value of a form and its word. */
    public record Choice(String value, String label) {}

    /**
     * A note with its words.
     *
     * @param mayClose whether the rule of the second person lets this person close it
     * @param from where it came from, or null
     * @param to where it goes on, or null
     */
    public record Note(
            NoteView view,
            State state,
            String subject,
            String href,
            String by,
            String assignee,
            boolean waitsForMe,
            boolean mayClose,
            @Nullable String from,
            @Nullable String to,
            List<Word> words) {
        public int number() {
            return view.id().note();
        }
    }

    /** What was said or done since. */
    public record Word(String sentence, String text) {}

    /** A file. */
    public record File(EvidenceView view, String subject, String href, String download, String by, boolean mine) {}
}
