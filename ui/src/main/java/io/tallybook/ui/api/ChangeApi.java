package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.change.ChangeCommand.RejectChange;
import io.tallybook.query.Page;
import io.tallybook.query.change.ChangeQueries;
import io.tallybook.query.change.ChangeState;
import io.tallybook.query.change.ChangeView;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.setup.ChangeContent;
import io.tallybook.ui.setup.SetupChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of configuration: proposed by one person, approved by another. */
@RestController
@RequestMapping("/api/v1/changes")
@Tag(
        name = "setup",
        description = "What is configured: every change waits for a second person's approval, and takes effect then")
class ChangeApi {
    private static final int MOST_ROWS = 20_000;

    private final ChangeQueries changes;
    private final SetupChanges contents;
    private final ProposalAnswers proposals;
    private final Orders orders;

    ChangeApi(ChangeQueries changes, SetupChanges contents, ProposalAnswers proposals, Orders orders) {
        this.changes = changes;
        this.contents = contents;
        this.proposals = proposals;
        this.orders = orders;
    }

    /**
     * A row of the set-up workbook.
     *
     * @param sheet the sheet's title, such as Points
     * @param cells by the sheet's headings; an empty cell is left out
     */
    record RowBody(String sheet, Map<String, String> cells) {}

    record ChangeBody(String reason, List<RowBody> rows) {}

    record Approval(String content) {}

    record Reason(String reason) {}

    /** A row as proposed, beside what stood for the same thing then. */
    record ProposedRow(
            String sheet,
            Map<String, String> cells,
            @Nullable Map<String, String> before) {}

    /** A change with its rows. */
    record WholeChange(ChangeView change, List<ProposedRow> rows) {}

    @GetMapping
    @Operation(summary = "Changes of configuration, newest first")
    Page<ChangeView> changes(
            @RequestParam(required = false) @Nullable ChangeState state, @ParameterObject WhichPage page) {
        return changes.changes(state, page.request());
    }

    @GetMapping("/{change}")
    @Operation(summary = "A change with its rows, each beside what stood before")
    WholeChange change(@PathVariable String change) throws IOException {
        ChangeView view = there(changes.change(new ChangeId(change)), "change", change);
        return new WholeChange(
                view,
                contents.content(view.content()).lines().stream()
                        .map(ChangeApi::row)
                        .toList());
    }

    private static ProposedRow row(ChangeContent.Line line) {
        return new ProposedRow(line.sheet().title(), line.cells(), line.before());
    }

    @PostMapping
    @Gives(ProposeChange.class)
    @Operation(summary = "Proposes rows of the set-up, all or none; what is there already is left out")
    ResponseEntity<Object> propose(@RequestBody ChangeBody body, HttpServletRequest request) {
        Invalid.unless(body.rows().size() <= MOST_ROWS, "a change has at most 20,000 rows");
        List<SetupRow> rows = new ArrayList<>();
        for (RowBody row : body.rows()) {
            SetupSheet sheet = SetupSheet.named(row.sheet())
                    .filter(each -> each != SetupSheet.USERS)
                    .orElseThrow(() -> new Invalid("a change has no sheet '" + row.sheet() + "'"));
            row.cells()
                    .keySet()
                    .forEach(name -> Invalid.unless(
                            sheet.headings().stream()
                                    .anyMatch(heading -> heading.name().equals(name)),
                            "the sheet '" + sheet.title() + "' has no column '" + name + "'"));
            rows.add(new SetupRow(sheet, rows.size() + 1, new LinkedHashMap<>(row.cells())));
        }
        return proposals.propose(rows, body.reason(), request);
    }

    @PostMapping("/{change}/approve")
    @Gives(ApproveChange.class)
    @Operation(summary = "Approves a change as another person; names the content that was seen")
    ResponseEntity<Object> approve(
            @PathVariable String change, @RequestBody Approval body, HttpServletRequest request) {
        return orders.give(
                new ApproveChange(
                        new ChangeId(change),
                        new Sha256(body.content()),
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }

    @PostMapping("/{change}/reject")
    @Gives(RejectChange.class)
    @Operation(summary = "Rejects a change with a reason; by who proposed it, it is a withdrawal")
    ResponseEntity<Object> reject(@PathVariable String change, @RequestBody Reason body, HttpServletRequest request) {
        return orders.give(
                new RejectChange(
                        new ChangeId(change),
                        body.reason(),
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }
}
