package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand.AnswerNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.AssignNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.AttachEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.CloseNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ResolveNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ReturnNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.WithdrawEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.WriteNote;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.query.workpapers.EvidenceView;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.query.workpapers.WorkpapersQueries;
import io.tallybook.ui.workpapers.EvidenceFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Notes, review points and files of evidence on the tasks and lines of a close. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}")
@Tag(name = "Working papers", description = "Notes, review points and evidence of a close")
class WorkpapersApi {
    private final WorkpapersQueries workpapers;
    private final EvidenceFiles files;
    private final Orders orders;

    WorkpapersApi(WorkpapersQueries workpapers, EvidenceFiles files, Orders orders) {
        this.workpapers = workpapers;
        this.files = files;
        this.orders = orders;
    }

    /** {@code subject} is a task or line: {@code task:BALANCE}, {@code balance-day:danish-system/2024-10-10}. */
    record NoteBody(
            String subject,
            NoteKind kind,
            String text,
            @Nullable String assignee) {}

    record NoteAnswerBody(String text) {}

    record NoteAssignmentBody(@Nullable String assignee) {}

    record NoteReturnBody(String reason) {}

    record WithdrawalBody(String reason) {}

    @GetMapping("/notes")
    @Operation(summary = "Every note and review point of a close with what was said since, by number")
    List<NoteView> notes(@PathVariable String group, @PathVariable String period) {
        return workpapers.notes(Found.close(group, period));
    }

    @PostMapping("/notes")
    @Gives(WriteNote.class)
    @Operation(summary = "Writes a note or a review point on a task or line, for somebody or nobody")
    ResponseEntity<Object> write(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody NoteBody body,
            HttpServletRequest request) {
        return orders.give(
                new WriteNote(
                        papers(group, period),
                        new Subject(body.subject()),
                        body.kind(),
                        body.text(),
                        person(body.assignee()),
                        by(request),
                        orders.now()),
                request);
    }

    @PostMapping("/notes/{note}/answers")
    @Gives(AnswerNote.class)
    @Operation(summary = "Answers a note")
    ResponseEntity<Object> answer(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            @RequestBody NoteAnswerBody body,
            HttpServletRequest request) {
        return orders.give(
                new AnswerNote(papers(group, period), note, body.text(), by(request), orders.now()), request);
    }

    @PostMapping("/notes/{note}/assignments")
    @Gives(AssignNote.class)
    @Operation(summary = "Gives a note to another person, or without one to nobody")
    ResponseEntity<Object> assign(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            @RequestBody NoteAssignmentBody body,
            HttpServletRequest request) {
        return orders.give(
                new AssignNote(papers(group, period), note, person(body.assignee()), by(request), orders.now()),
                request);
    }

    @PostMapping("/notes/{note}/resolution")
    @Gives(ResolveNote.class)
    @Operation(summary = "Says that a note is settled")
    ResponseEntity<Object> resolve(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            HttpServletRequest request) {
        return orders.give(new ResolveNote(papers(group, period), note, by(request), orders.now()), request);
    }

    @PostMapping("/notes/{note}/closing")
    @Gives(CloseNote.class)
    @Operation(summary = "Closes a note; a resolved review point by another than who resolved it")
    ResponseEntity<Object> close(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            HttpServletRequest request) {
        return orders.give(new CloseNote(papers(group, period), note, by(request), orders.now()), request);
    }

    @PostMapping("/notes/{note}/returns")
    @Gives(ReturnNote.class)
    @Operation(summary = "Sends a resolved or closed note back")
    ResponseEntity<Object> sendBack(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int note,
            @RequestBody NoteReturnBody body,
            HttpServletRequest request) {
        return orders.give(
                new ReturnNote(papers(group, period), note, body.reason(), by(request), orders.now()), request);
    }

    @GetMapping("/evidence")
    @Operation(summary = "Every file of evidence of a close with its SHA-256, withdrawn ones too")
    List<EvidenceView> evidence(@PathVariable String group, @PathVariable String period) {
        return workpapers.evidence(Found.close(group, period));
    }

    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Gives(AttachEvidence.class)
    @Operation(
            summary =
                    "Attaches a file of at most 25 MiB to a task or line: part 'file'; the same bytes twice are one object")
    ResponseEntity<Object> attach(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam Subject subject,
            @RequestPart MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Caller caller = orders.caller(request);
        if (!EvidenceFiles.mayAttach(caller.roles())) {
            throw new AccessDeniedException("a Viewer attaches nothing");
        }
        CloseId close = Found.close(group, period);
        return orders.give(files.store(file).attach(close, subject, caller.person(), orders.now()), request);
    }

    @GetMapping("/evidence/{evidence}/file")
    @Operation(summary = "The bytes of a file of evidence, as an attachment")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String group, @PathVariable String period, @PathVariable int evidence) throws IOException {
        CloseId close = Found.close(group, period);
        EvidenceView file =
                there(workpapers.evidence(close, evidence), "evidence of that number in close", close.value());
        return there(files.give(file), "object of that hash for close", close.value());
    }

    @PostMapping("/evidence/{evidence}/withdrawal")
    @Gives(WithdrawEvidence.class)
    @Operation(summary = "Withdraws a file one attached oneself, until the month has locked with it; its bytes stay")
    ResponseEntity<Object> withdraw(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int evidence,
            @RequestBody WithdrawalBody body,
            HttpServletRequest request) {
        return orders.give(
                new WithdrawEvidence(papers(group, period), evidence, body.reason(), by(request), orders.now()),
                request);
    }

    private PersonId by(HttpServletRequest request) {
        return orders.caller(request).person();
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static WorkpapersId papers(String group, String period) {
        return WorkpapersId.of(Found.close(group, period));
    }
}
