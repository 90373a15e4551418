package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.query.cashout.CashOutQueries;
import io.tallybook.query.cashout.CashOutTableView;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of cash-out tiers; a change waits for a second person. */
@RestController
@RequestMapping("/api/v1/cash-out-tables")
@Tag(name = "setup", description = "What is set up, thing by thing; each change waits for a second person")
class CashOutApi {
    private final CashOutQueries cashOuts;
    private final ProposalAnswers proposals;

    CashOutApi(CashOutQueries cashOuts, ProposalAnswers proposals) {
        this.cashOuts = cashOuts;
        this.proposals = proposals;
    }

    /** The bands of both sides, each from 0 % on, the last without an end; periodsFrom left out holds for all periods before. */
    record CashOutTableBody(
            List<CashOutTier> duePipeline,
            List<CashOutTier> dueShipper,
            @Nullable AccountingPeriod periodsFrom) {}

    @GetMapping
    @Operation(summary = "Every table of cash-out tiers as it stands, earliest period first")
    List<CashOutTableView> tables() {
        return cashOuts.tables();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A table's versions, latest first")
    List<CashOutTableView> table(@PathVariable String id) {
        return cashOuts.versions(new CashOutTableId(id));
    }

    @PutMapping("/{id}")
    @Gives(ProposeChange.class)
    @Operation(
            summary = "A table of cash-out tiers as a whole, in place of what it was",
            description =
                    "Percent of what was allocated; a factor is of the contract's reference price. Each side begins at"
                            + " 0 %, each band where the one before it ends, the last has no end. It holds from a period on, until what holds from a later one.")
    ResponseEntity<Object> define(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody CashOutTableBody body,
            HttpServletRequest request) {
        List<SetupRow> rows = Stream.concat(
                        body.duePipeline().stream()
                                .map(tier -> row(id, body.periodsFrom(), CashOutSide.DUE_PIPELINE, tier)),
                        body.dueShipper().stream()
                                .map(tier -> row(id, body.periodsFrom(), CashOutSide.DUE_SHIPPER, tier)))
                .toList();
        return proposals.propose(rows, reason, request);
    }

    private static SetupRow row(String id, @Nullable AccountingPeriod from, CashOutSide side, CashOutTier tier) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Cash-out table", id);
        if (from != null) {
            cells.put("Periods from", from.value());
        }
        cells.put("Side", side.name());
        cells.put("Above, %", tier.above().toPlainString());
        BigDecimal upTo = tier.upTo();
        if (upTo != null) {
            cells.put("Up to, %", upTo.toPlainString());
        }
        cells.put("Factor", tier.factor().toPlainString());
        return new SetupRow(SetupSheet.CASH_OUT_TABLES, 1, cells);
    }
}
