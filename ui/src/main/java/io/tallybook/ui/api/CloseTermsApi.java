package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** Amounts are absolute and of one currency; minutes are counted from a step's due moment. What may be left out is then the
     * standard: 0.5 % and 250 MMBtu, two hours. */
    record TermsBody(
            String periodsFrom,
            BigDecimal reopenFrom,
            BigDecimal secondApproverFrom,
            String currency,
            int leadAfterMinutes,
            int managerAfterMinutes,
            @Nullable BigDecimal estimatesAbovePercent,
            @Nullable BigDecimal estimatesAboveKwh,
            @Nullable Integer erpAfterMinutes) {}

    @PutMapping("/calendars/{group}/terms")
    @Gives(ProposeChange.class)
    @Operation(summary = "What is material and how soon lateness is told further up, for periods opened from one on")
    ResponseEntity<Object> terms(
            @PathVariable String group,
            @RequestParam String reason,
            @RequestBody TermsBody body,
            HttpServletRequest request) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<@Nullable Object> given = Arrays.asList(
                group,
                body.periodsFrom(),
                body.reopenFrom(),
                body.secondApproverFrom(),
                body.currency(),
                body.leadAfterMinutes(),
                body.managerAfterMinutes(),
                body.estimatesAbovePercent(),
                body.estimatesAboveKwh(),
                body.erpAfterMinutes());
        List<SetupSheet.Heading> headings = SetupSheet.CLOSE_TERMS.headings();
        for (int i = 0; i < headings.size(); i++) {
            Object cell = given.get(i);
            if (cell != null) {
                cells.put(
                        headings.get(i).name(),
                        cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }
        return proposals.propose(List.of(new SetupRow(SetupSheet.CLOSE_TERMS, 1, cells)), reason, request);
    }
}
