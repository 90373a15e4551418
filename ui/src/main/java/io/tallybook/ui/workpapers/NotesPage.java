package io.tallybook.ui.workpapers;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand.AnswerNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.AssignNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.CloseNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ResolveNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ReturnNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.WithdrawEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.WriteNote;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.query.workpapers.WorkpapersQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every note and file of a close, and what people do to them, wherever they stand. */
@PageController
class NotesPage {
    private static final String PLACE = "papers";

    private final WorkpapersQueries workpapers;
    private final CloseQueries closes;
    private final PapersPanel panel;
    private final EvidenceFiles files;
    private final Deeds deeds;

    NotesPage(WorkpapersQueries workpapers, CloseQueries closes, PapersPanel panel, EvidenceFiles files, Deeds deeds) {
        this.workpapers = workpapers;
        this.closes = closes;
        this.panel = panel;
        this.files = files;
        this.deeds = deeds;
    }

    /** A choice of notes. */
    public record Show(String id, String labelKey, String href, boolean on) {}

    @GetMapping("/close/{group}/{period}/notes")
    String notes(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId close = id(group, period);
        if (closes.calendar(close.group()).isEmpty()) {
            throw NotFound.page().get();
        }
        String show = screen.param("show").orElse("all");
        Predicate<NoteView> shown = switch (show) {
            case "mine" -> note -> note.waitsFor(account.person());
            case "unresolved" -> NoteView::isOpen;
            default -> note -> true;
        };
        List<NoteView> all = workpapers.notes(close);
        String here = Ways.notes(close);
        panel.all(close, tasks(), shown, show.equals("all") ? here : here + "?show=" + show, screen, model);
        model.addAttribute(
                "stand",
                screen.figures()
                        .word(
                                "notes.stand",
                                all.size(),
                                all.stream().filter(NoteView::isOpen).count(),
                                all.stream()
                                        .filter(note -> note.waitsFor(account.person()))
                                        .count()));
        model.addAttribute("close", close);
        model.addAttribute("closeWay", Ways.close(close));
        model.addAttribute(
                "shows",
                Stream.of("all", "unresolved", "mine")
                        .map(each -> new Show(
                                "show-" + each,
                                "notes.show." + each,
                                each.equals("all") ? here : here + "?show=" + each,
                                each.equals(show)))
                        .toList());
        return "notes";
    }

    static List<Subject> tasks() {
        return Stream.of(CloseStep.values()).map(Subject::task).toList();
    }

    @PostMapping("/close/{group}/{period}/notes")
    String write(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String subject,
            @RequestParam NoteKind kind,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        WorkpapersId papers = WorkpapersId.of(id(group, period));
        deeds.give(
                who,
                PLACE,
                "",
                (by, at) -> new WriteNote(papers, new Subject(subject), kind, text.strip(), person(assignee), by, at),
                redirect);
        return back(back, papers);
    }

    /** {@code deed} is the word of the button. */
    @PostMapping("/close/{group}/{period}/notes/{note}")
    String settle(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            @RequestParam String deed,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        WorkpapersId papers = WorkpapersId.of(id(group, period));
        deeds.give(
                who,
                PLACE,
                "",
                (by, at) -> order(papers, note, deed, text.strip(), person(assignee), by, at),
                redirect);
        return back(back, papers);
    }

    private static Command order(
            WorkpapersId papers,
            int note,
            String deed,
            String text,
            @Nullable PersonId assignee,
            PersonId by,
            Instant at) {
        return switch (deed) {
            case "answer" -> new AnswerNote(papers, note, text, by, at);
            case "assign" -> new AssignNote(papers, note, assignee, by, at);
            case "resolve" -> new ResolveNote(papers, note, by, at);
            case "close" -> new CloseNote(papers, note, by, at);
            case "return" -> new ReturnNote(papers, note, text, by, at);
            default -> throw new Invalid("a note is answered, assigned, resolved, closed or returned");
        };
    }

    @PostMapping("/close/{group}/{period}/evidence")
    String attach(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam String subject,
            @RequestParam MultipartFile file,
            @RequestParam String back,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId close = id(group, period);
        deeds.give(
                who,
                PLACE,
                "",
                (by, at) -> stored(file, account).attach(close, new Subject(subject), by, at),
                redirect);
        return back(back, WorkpapersId.of(close));
    }

    private EvidenceFiles.Stored stored(MultipartFile file, Account account) {
        Invalid.unless(EvidenceFiles.mayAttach(account), "Your roles let you read evidence, not attach it.");
        try {
            return files.store(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/close/{group}/{period}/evidence/{evidence}/withdraw")
    String withdraw(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int evidence,
            @RequestParam String reason,
            @RequestParam String back,
            Authentication who,
            RedirectAttributes redirect) {
        WorkpapersId papers = WorkpapersId.of(id(group, period));
        deeds.give(
                who,
                PLACE,
                reason,
                (by, at) -> new WithdrawEvidence(papers, evidence, reason.strip(), by, at),
                redirect);
        return back(back, papers);
    }

    @GetMapping("/close/{group}/{period}/evidence/{evidence}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String group, @PathVariable String period, @PathVariable int evidence) throws IOException {
        return files.give(workpapers.evidence(id(group, period), evidence).orElseThrow(NotFound.page()))
                .orElseThrow(NotFound.page());
    }

    /** Only to a page of this house. */
    private static String back(String back, WorkpapersId papers) {
        boolean ours = back.matches("/[A-Za-z0-9._~%#:-][A-Za-z0-9./_~%?&=#:-]*");
        return "redirect:" + (ours ? back : Ways.notes(papers.close()));
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null || id.isBlank() ? null : new PersonId(id);
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }
}
