package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.close;
import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.query.Page;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.AllocationRunView;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.statement.CashOutView;
import io.tallybook.query.statement.ProvisionalStatement;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A close and what it comes to, as the pages show it: the same queries, as JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class ViewsApi {
    private final CloseQueries closes;
    private final StatementQueries statements;
    private final AllocationQueries allocations;
    private final JournalQueries journals;
    private final Clock clock;

    ViewsApi(
            CloseQueries closes,
            StatementQueries statements,
            AllocationQueries allocations,
            JournalQueries journals,
            Clock clock) {
        this.closes = closes;
        this.statements = statements;
        this.allocations = allocations;
        this.journals = journals;
        this.clock = clock;
    }

    @GetMapping("/closes")
    @Operation(summary = "Every close calendar with its periods")
    List<CalendarView> closes() {
        return closes.calendars();
    }

    @GetMapping("/closes/{group}/{period}")
    @Operation(summary = "The cockpit of a close: steps, blockers, approvals, pack hash, documents")
    CloseOverview cockpit(@PathVariable String group, @PathVariable String period) {
        CloseId id = close(group, period);
        return there(closes.overview(id, clock.instant()), "close", id.value());
    }

    @GetMapping("/closes/{group}/{period}/statements")
    @Operation(summary = "The statements of a close")
    List<StatementView> statements(@PathVariable String group, @PathVariable String period) {
        return statements.ofClose(close(group, period));
    }

    @GetMapping("/closes/{group}/{period}/statements/provisional")
    @Operation(
            summary = "The open month's value to date by shipper, at the prices known",
            description = "Provisional: nothing is frozen. Empty while nothing is recorded.")
    List<ProvisionalStatement> provisionalStatements(@PathVariable String group, @PathVariable String period) {
        CloseId id = close(group, period);
        return statements.provisional(calendar(id).network(), id.period());
    }

    @GetMapping("/closes/{group}/{period}/allocations")
    @Operation(summary = "The allocation runs of a close's current attempt, by point")
    List<AllocationRunView> allocations(@PathVariable String group, @PathVariable String period) {
        return allocations.ofClose(close(group, period));
    }

    @GetMapping("/closes/{group}/{period}/allocations/provisional")
    @Operation(
            summary = "What is recorded so far, split by the shares in force, by shipper, point and direction",
            description = "Provisional: nothing is frozen. Empty while nothing is recorded.")
    List<ProvisionalAllocation> provisionalAllocations(@PathVariable String group, @PathVariable String period) {
        CloseId id = close(group, period);
        return allocations.provisional(calendar(id).network(), id.period());
    }

    @GetMapping("/closes/{group}/{period}/journal")
    @Operation(summary = "The journal of a close")
    JournalView journal(@PathVariable String group, @PathVariable String period) {
        CloseId id = close(group, period);
        return there(journals.ofClose(id), "journal of close", id.value());
    }

    @GetMapping("/journals")
    @Operation(summary = "Every journal batch, newest first")
    Page<JournalView> journals(WhichPage page) {
        return journals.journals(page.request());
    }

    @GetMapping("/statements/{shipper}/{period}")
    @Operation(summary = "A shipper's statement")
    StatementView statement(@PathVariable String shipper, @PathVariable String period) {
        StatementId id = statementId(shipper, period);
        return there(statements.statement(id), "statement", id.value());
    }

    @GetMapping("/statements/{shipper}/{period}/points")
    @Operation(summary = "The statement's sums by contract, point and direction")
    List<StatementPointView> points(@PathVariable String shipper, @PathVariable String period) {
        return statements.points(statementId(shipper, period));
    }

    @GetMapping("/statements/{shipper}/{period}/cash-outs")
    @Operation(summary = "What the statement settles of imbalances: by contract, point and direction, band by band")
    List<CashOutView> cashOuts(@PathVariable String shipper, @PathVariable String period) {
        return statements.cashOuts(statementId(shipper, period));
    }

    @GetMapping("/statements/{shipper}/{period}/lines")
    @Operation(summary = "The statement's lines by day; all, or those of one contract, point and direction")
    List<StatementLineView> lines(
            @PathVariable String shipper,
            @PathVariable String period,
            @RequestParam @Nullable String contract,
            @RequestParam @Nullable String point,
            @RequestParam @Nullable Direction direction) {
        StatementId id = statementId(shipper, period);
        return contract == null || point == null || direction == null
                ? statements.lines(id)
                : statements.lines(id, new ContractId(contract), new PointId(point), direction);
    }

    @GetMapping("/allocations/{point}/{period}")
    @Operation(summary = "Every allocation run of a point's month, newest first, superseded ones too")
    List<AllocationRunView> runs(@PathVariable String point, @PathVariable String period) {
        return allocations.runs(new PointId(point), new AccountingPeriod(period));
    }

    @GetMapping("/allocations/{point}/{period}/{run}/{day}/{direction}")
    @Operation(summary = "One point-day of an allocation run: the total and who got how much")
    DayAllocationView allocation(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int run,
            @PathVariable String day,
            @PathVariable Direction direction) {
        AllocationRunId id = AllocationRunId.of(new PointId(point), new AccountingPeriod(period), run);
        return there(
                allocations.day(id, new GasDay(day), direction),
                "allocation",
                id.value() + " of " + day + " " + direction);
    }

    private CalendarView calendar(CloseId id) {
        return there(closes.calendar(id.group()), "close calendar", id.group().value());
    }

    private static StatementId statementId(String shipper, String period) {
        return StatementId.of(new ShipperId(shipper), new AccountingPeriod(period));
    }
}
