package io.tallybook.ui.workpapers;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.query.workpapers.EvidenceView;
import io.tallybook.query.workpapers.NoteLink;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.query.workpapers.NoteWord;
import io.tallybook.query.workpapers.WorkpapersQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Identities;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.State;
import io.tallybook.ui.workpapers.Papers.Choice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the notes and files of a page's lines beside them. */
@Component
public class PapersPanel {
    static final Set<Role> WRITERS =
            Set.of(Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN);

    private static final String PAPERS = "papers";

    private final WorkpapersQueries workpapers;
    private final Identities identities;
    private final People people;

    PapersPanel(WorkpapersQueries workpapers, Identities identities, People people) {
        this.workpapers = workpapers;
        this.identities = identities;
        this.people = people;
    }

    /** Of the lines of a page; {@code back} is its address. */
    public void on(CloseId close, List<Subject> subjects, String back, Screen screen, Model model) {
        Set<Subject> here = new HashSet<>(subjects);
        put(close, subjects, note -> here.contains(note.subject()), here::contains, back, screen.figures(), model);
    }

    /** Of a whole close. */
    void all(
            CloseId close, List<Subject> subjects, Predicate<NoteView> shown, String back, Screen screen, Model model) {
        put(close, subjects, shown, subject -> true, back, screen.figures(), model);
    }

    private void put(
            CloseId close,
            List<Subject> subjects,
            Predicate<NoteView> notes,
            Predicate<Subject> files,
            String back,
            Figures figures,
            Model model) {
        Account account = account();
        Function<@Nullable PersonId, String> names = people.names();
        List<NoteView> shown = workpapers.notes(close).stream()
                .filter(notes)
                .sorted(OPEN_FIRST)
                .toList();
        model.addAttribute(
                PAPERS,
                new Papers(
                        close,
                        Ways.close(close),
                        Ways.notes(close),
                        back,
                        subjects.stream()
                                .map(subject -> new Choice(subject.value(), SubjectWords.of(subject, figures)))
                                .toList(),
                        shown.stream()
                                .map(note -> note(close, note, account.person(), names, figures))
                                .toList(),
                        workpapers.evidence(close).stream()
                                .filter(file -> files.test(file.subject()))
                                .map(file -> file(file, account.person(), names, figures))
                                .toList(),
                        shown.stream().filter(NoteView::isOpen).count(),
                        assignees(),
                        WRITERS.stream().anyMatch(account::is)));
    }

    private static final Comparator<NoteView> OPEN_FIRST = Comparator.comparing((NoteView note) -> !note.isOpen())
            .thenComparing(note -> note.id().note());

    private List<Choice> assignees() {
        return identities.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(person -> new Choice(person.getKey(), person.getValue()))
                .toList();
    }

    private static Papers.Note note(
            CloseId close, NoteView note, PersonId me, Function<@Nullable PersonId, String> names, Figures figures) {
        boolean resolvedByMe = me.equals(note.resolvedBy());
        boolean point = note.kind() == NoteKind.REVIEW_POINT;
        boolean mayClose = point ? note.state() == NoteState.RESOLVED && !resolvedByMe : note.isLive();
        return new Papers.Note(
                note,
                state(note),
                SubjectWords.of(note.subject(), figures),
                Ways.subject(close, note.subject()),
                figures.word("note.by", names.apply(note.by()), figures.time(note.at())),
                note.assignee() == null ? "" : names.apply(note.assignee()),
                note.waitsFor(me),
                mayClose,
                way(note.from()),
                way(note.to()),
                note.words().stream().map(word -> word(word, names, figures)).toList());
    }

    private static @Nullable String way(@Nullable NoteLink link) {
        return link == null ? null : Ways.note(link.closeId(), link.note());
    }

    private static Papers.Word word(NoteWord word, Function<@Nullable PersonId, String> names, Figures figures) {
        String sentence = figures.word(
                "note.deed." + word.deed(),
                names.apply(word.by()),
                figures.time(word.at()),
                names.apply(word.assignee()));
        return new Papers.Word(sentence, word.words() == null ? "" : word.words());
    }

    private static Papers.File file(
            EvidenceView file, PersonId me, Function<@Nullable PersonId, String> names, Figures figures) {
        return new Papers.File(
                file,
                SubjectWords.of(file.subject(), figures),
                Ways.subject(file.closeId(), file.subject()),
                Ways.evidence(file.closeId(), file.evidence()),
                figures.word("note.by", names.apply(file.by()), figures.time(file.at())),
                file.by().equals(me));
    }

    static State state(NoteView note) {
        String key = "note.state." + note.state();
        return switch (note.state()) {
            case UNRESOLVED -> State.waiting(key);
            case RESOLVED -> note.kind() == NoteKind.REVIEW_POINT ? State.working(key) : State.done(key);
            case CLOSED -> State.done(key);
            case ROLLED_FORWARD -> State.revoked(key);
        };
    }

    private static Account account() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Account account)) {
            throw new IllegalStateException("nobody is signed in");
        }
        return account;
    }
}
