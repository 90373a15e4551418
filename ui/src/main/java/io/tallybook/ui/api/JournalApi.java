package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.erp.ErpPeriodQueries;
import io.tallybook.query.erp.ErpPeriodView;
import io.tallybook.query.journal.JournalQueries;
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

/** What becomes of a close's journal at the ERP. */
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
    @Operation(
            summary = "Posts a journal the ERP refused on the accounts in use now, under a new key",
            description = "After the account map was changed under approval; amounts stay as they were approved.")
    ResponseEntity<Object> remap(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody RemapReason body,
            HttpServletRequest request) {
        JournalId journal = JournalId.ofClose(Found.close(group, period));
        return orders.give(
                new RemapJournal(journal, body.reason(), orders.caller(request).person(), orders.now()), request);
    }

    @PostMapping("/closes/{group}/{period}/journal/reconcile")
    @Operation(
            summary = "Asks the ERP what it has booked under each key, to compare count, amounts and keys",
            description = "The comparison stands in the postings once the ERP has answered.")
    ResponseEntity<Object> reconcile(
            @PathVariable String group, @PathVariable String period, HttpServletRequest request) {
        CloseId close = Found.close(group, period);
        return orders.give(
                new ReconcileJournal(
                        JournalId.ofClose(close), orders.caller(request).person(), orders.now()),
                request);
    }
}
