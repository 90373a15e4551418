package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.erp.ErpPeriodQueries;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.journal.PostingsView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of the journals of a close at the ERP: its own, those of accruals, those of adjustments booked in its period. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class JournalApi {
    private final JournalQueries journals;
    private final ErpPeriodQueries periods;
    private final Orders orders;

    JournalApi(JournalQueries journals, ErpPeriodQueries periods, Orders orders) {
        this.journals = journals;
        this.periods = periods;
        this.orders = orders;
    }

    record RemapReason(String reason) {}

    record RepostReason(String reason) {}

    @GetMapping("/closes/{group}/{period}/journal/postings")
    @Operation(
            summary = "Every key the ERP was given, what it said of each, and the last comparison of both books",
            description = "Missing keys are those the ERP has neither acknowledged nor rejected.")
    PostingsView postings(@PathVariable String group, @PathVariable String period) {
        return journals.postings(Found.close(group, period));
    }

    @GetMapping("/closes/{group}/{period}/journal/erp-periods")
    @Operation(
            summary = "What the ERP said of the period by a named source, the latest first",
            description = "Where journals go by file, none is written while the latest word is CLOSED.")
    List<ErpPeriodView> erpPeriods(@PathVariable String group, @PathVariable String period) {
        return periods.told(Found.close(group, period));
    }

    @PostMapping("/closes/{group}/{period}/journal/remap")
    @Gives(RemapJournal.class)
    @Operation(
            summary = "Posts a journal the ERP refused on the accounts in use now, under a new key",
            description = "After the account map was changed under approval; amounts stay as they were approved.")
    ResponseEntity<Object> remap(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody RemapReason body,
            HttpServletRequest request) {
        return remap(JournalId.ofClose(Found.close(group, period)), body, request);
    }

    @PostMapping("/closes/{group}/{period}/journal/reconcile")
    @Gives(ReconcileJournal.class)
    @Operation(
            summary = "Asks the ERP what it has booked under each key, to compare count, amounts and keys",
            description = "The comparison stands in the postings once the ERP has answered.")
    ResponseEntity<Object> reconcile(
            @PathVariable String group, @PathVariable String period, HttpServletRequest request) {
        return reconcile(JournalId.ofClose(Found.close(group, period)), request);
    }

    @GetMapping("/closes/{group}/{period}/journals/{kind}/{number}")
    @Operation(
            summary = "One journal of a close",
            description = "CLOSE is its own, FLASH one of an accrual, PPA one of adjustments booked in its period.")
    JournalView journal(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number) {
        return known(group, period, kind, number);
    }

    @GetMapping("/closes/{group}/{period}/journals/{kind}/{number}/postings")
    @Operation(summary = "Every key the ERP was given for that journal, what it said, and the last comparison")
    PostingsView postingsOf(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number) {
        JournalView journal = known(group, period, kind, number);
        return journals.postings(journal.closeId(), journal.journal());
    }

    @PostMapping("/closes/{group}/{period}/journals/{kind}/{number}/repost")
    @Gives(RepostJournal.class)
    @Operation(summary = "Hands that journal, refused by the ERP, to it once more, under the same key")
    ResponseEntity<Object> repostOne(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestBody RepostReason body,
            HttpServletRequest request) {
        JournalId journal = id(group, period, kind, number);
        return orders.give(
                new RepostJournal(journal, body.reason(), orders.caller(request).person(), orders.now()), request);
    }

    @PostMapping("/closes/{group}/{period}/journals/{kind}/{number}/remap")
    @Gives(RemapJournal.class)
    @Operation(summary = "Posts that journal, refused by the ERP, on the accounts in use now, under a new key")
    ResponseEntity<Object> remapOne(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestBody RemapReason body,
            HttpServletRequest request) {
        return remap(id(group, period, kind, number), body, request);
    }

    @PostMapping("/closes/{group}/{period}/journals/{kind}/{number}/reconcile")
    @Gives(ReconcileJournal.class)
    @Operation(summary = "Asks the ERP what it has booked under the keys of that journal, to compare")
    ResponseEntity<Object> reconcileOne(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable String kind,
            @PathVariable int number,
            HttpServletRequest request) {
        return reconcile(id(group, period, kind, number), request);
    }

    private ResponseEntity<Object> remap(JournalId journal, RemapReason body, HttpServletRequest request) {
        return orders.give(
                new RemapJournal(journal, body.reason(), orders.caller(request).person(), orders.now()), request);
    }

    private ResponseEntity<Object> reconcile(JournalId journal, HttpServletRequest request) {
        return orders.give(new ReconcileJournal(journal, orders.caller(request).person(), orders.now()), request);
    }

    private JournalView known(String group, String period, String kind, int number) {
        JournalId journal = id(group, period, kind, number);
        return there(journals.journal(journal), "journal", journal.value());
    }

    private static JournalId id(String group, String period, String kind, int number) {
        return JournalId.of(Found.close(group, period), kind, number);
    }
}
