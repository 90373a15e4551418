package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.Direction;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
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

/** What months are compared with and when a difference needs a word: proposed here, another person approves it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Variances", description = "A month beside what it is compared with, and what is said of what differs")
class VarianceSetupApi {
    private final ProposalAnswers proposals;

    VarianceSetupApi(ProposalAnswers proposals) {
        this.proposals = proposals;
    }

    record BudgetLineBody(
            String point,
            Direction direction,
            BigDecimal kwh,
            BigDecimal money,
            String currency,
            @Nullable BigDecimal kwhPerM3) {}

    record HeatingValueBody(BigDecimal kwhPerM3) {}

    /** {@code scope} is {@code all}, {@code area:<area>} or {@code account:<use>}; {@code both}: both limits must be reached. */
    record ThresholdBody(
            String scope,
            String effectiveFrom,
            @Nullable BigDecimal money,
            @Nullable BigDecimal percent,
            boolean both) {}

    @PutMapping("/variances/{contract}/{period}/budget")
    @Gives(ProposeChange.class)
    @Operation(summary = "The budget of a contract's month, in place of what was budgeted before")
    ResponseEntity<Object> budget(
            @PathVariable String contract,
            @PathVariable String period,
            @RequestParam String reason,
            @RequestBody List<BudgetLineBody> body,
            HttpServletRequest request) {
        List<SetupRow> rows = body.stream()
                .map(line -> row(
                        SetupSheet.BUDGET,
                        contract,
                        period,
                        line.point(),
                        line.direction(),
                        line.kwh(),
                        line.money(),
                        line.currency(),
                        line.kwhPerM3()))
                .toList();
        return proposals.propose(rows, reason, request);
    }

    @PutMapping("/variances/{contract}/{period}/heating-values/{point}")
    @Gives(ProposeChange.class)
    @Operation(summary = "With which mean heating value a contract's gas was measured at a point in a month")
    ResponseEntity<Object> heatingValue(
            @PathVariable String contract,
            @PathVariable String period,
            @PathVariable String point,
            @RequestParam String reason,
            @RequestBody HeatingValueBody body,
            HttpServletRequest request) {
        return proposals.propose(
                List.of(row(SetupSheet.HEATING_VALUES, contract, period, point, body.kwhPerM3())), reason, request);
    }

    @PutMapping("/calendars/{group}/variance-thresholds")
    @Gives(ProposeChange.class)
    @Operation(summary = "How large a variance must be before somebody says why, for a scope from a period on")
    ResponseEntity<Object> threshold(
            @PathVariable String group,
            @RequestParam String reason,
            @RequestBody ThresholdBody body,
            HttpServletRequest request) {
        SetupRow row = row(
                SetupSheet.VARIANCE_THRESHOLDS,
                group,
                body.scope(),
                body.effectiveFrom(),
                body.money(),
                body.percent(),
                body.both() ? SetupSheet.YES : SetupSheet.NO);
        return proposals.propose(List.of(row), reason, request);
    }

    private static SetupRow row(SetupSheet sheet, @Nullable Object... cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                named.put(
                        sheet.headings().get(i).name(),
                        cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }
        return new SetupRow(sheet, 1, named);
    }
}
