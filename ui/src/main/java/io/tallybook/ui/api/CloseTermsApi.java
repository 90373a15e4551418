package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is material in a close group and how soon lateness is told further up: proposed here, another person approves it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class CloseTermsApi {
    private final ProposalAnswers proposals;

    CloseTermsApi(ProposalAnswers proposals) {
        this.proposals = proposals;
    }

    /** Amounts are absolute and of one currency; minutes are counted from a step's due moment. */
    record TermsBody(
            String periodsFrom,
            BigDecimal reopenFrom,
            BigDecimal secondApproverFrom,
            String currency,
            int leadAfterMinutes,
            int managerAfterMinutes) {}

    @PutMapping("/calendars/{group}/terms")
    @Operation(summary = "What is material and how soon lateness is told further up, for periods opened from one on")
    ResponseEntity<Object> terms(
            @PathVariable String group,
            @RequestParam String reason,
            @RequestBody TermsBody body,
            HttpServletRequest request) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> given = List.of(
                group,
                body.periodsFrom(),
                body.reopenFrom().toPlainString(),
                body.secondApproverFrom().toPlainString(),
                body.currency(),
                String.valueOf(body.leadAfterMinutes()),
                String.valueOf(body.managerAfterMinutes()));
        for (SetupSheet.Heading heading : SetupSheet.CLOSE_TERMS.headings()) {
            cells.put(heading.name(), given.get(cells.size()));
        }
        return proposals.propose(List.of(new SetupRow(SetupSheet.CLOSE_TERMS, 1, cells)), reason, request);
    }
}
