package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.adjustment.AdjustmentPackageView;
import io.tallybook.query.adjustment.AdjustmentQueries;
import io.tallybook.query.adjustment.AdjustmentView;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.query.intake.ImportQueries;
import io.tallybook.query.intake.ImportView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading what is seen on the pages: the same views, as JSON. */
@RestController
@RequestMapping("/api/v1")
class ViewsApi {
    private final CloseQueries closes;
    private final BalanceQueries balances;
    private final StatementQueries statements;
    private final AllocationQueries allocations;
    private final MeteringQueries metering;
    private final JournalQueries journals;
    private final AdjustmentQueries adjustments;
    private final DeadLetterQueries deadLetters;
    private final ImportQueries imports;
    private final Clock clock;

    ViewsApi(
            CloseQueries closes,
            BalanceQueries balances,
            StatementQueries statements,
            AllocationQueries allocations,
            MeteringQueries metering,
            JournalQueries journals,
            AdjustmentQueries adjustments,
            DeadLetterQueries deadLetters,
            ImportQueries imports,
            Clock clock) {
        this.closes = closes;
        this.balances = balances;
        this.statements = statements;
        this.allocations = allocations;
        this.metering = metering;
        this.journals = journals;
        this.adjustments = adjustments;
        this.deadLetters = deadLetters;
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping("/closes")
    @Operation(summary = "Every close calendar with its periods")
    List<CalendarView> closes() {
        return closes.calendars();
    }

    @GetMapping("/closes/{group}/{period}")
    @Operation(summary = "The cockpit of a close: steps, blockers, approvals, pack hash, documents")
    ResponseEntity<CloseOverview> close(@PathVariable String group, @PathVariable String period) {
        CloseOverview close =
                there(closes.overview(close(group, new AccountingPeriod(period)), clock.instant()), "close");
        return ResponseEntity.ok().eTag("\"" + close.sequence() + "\"").body(close);
    }

    @GetMapping("/balances/{area}/{period}")
    @Operation(summary = "An area's balance: calculated, or provisional while the month is open")
    BalanceView balance(@PathVariable String area, @PathVariable String period) {
        return there(balances.balance(BalanceId.of(new AreaId(area), new AccountingPeriod(period))), "balance");
    }

    @GetMapping("/closes/{group}/{period}/statements")
    @Operation(summary = "The statements of a close")
    List<StatementView> statements(@PathVariable String group, @PathVariable String period) {
        return statements.ofClose(close(group, new AccountingPeriod(period)));
    }

    @GetMapping("/statements/{shipper}/{period}")
    @Operation(summary = "A shipper's statement")
    StatementView statement(@PathVariable String shipper, @PathVariable String period) {
        return there(statements.statement(statementId(shipper, period)), "statement");
    }

    @GetMapping("/statements/{shipper}/{period}/points")
    @Operation(summary = "The statement's sums by contract, point and direction")
    List<StatementPointView> points(@PathVariable String shipper, @PathVariable String period) {
        return statements.points(statementId(shipper, period));
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

    @GetMapping("/allocations/{point}/{period}/{run}/{day}/{direction}")
    @Operation(summary = "One point-day of an allocation run: the total and who got how much")
    DayAllocationView allocation(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int run,
            @PathVariable String day,
            @PathVariable Direction direction) {
        AllocationRunId id = AllocationRunId.of(new PointId(point), new AccountingPeriod(period), run);
        return there(allocations.day(id, new GasDay(day), direction), "allocation of that day");
    }

    @GetMapping("/meter-months/{point}/{period}")
    @Operation(summary = "A point's month: expected, recorded, missing, open dead letters, state")
    MeterMonthView meterMonth(@PathVariable String point, @PathVariable String period) {
        return there(metering.month(meterMonthId(point, period)), "point");
    }

    @GetMapping("/meter-months/{point}/{period}/days")
    @Operation(summary = "The gas days of a point's month")
    List<DayTotalView> days(@PathVariable String point, @PathVariable String period) {
        return metering.days(meterMonthId(point, period));
    }

    @GetMapping("/points/{point}/days/{day}/records")
    @Operation(summary = "Every version of every record of a point's gas day, down to the raw row")
    List<QuantityRecordView> records(@PathVariable String point, @PathVariable String day) {
        return metering.records(new PointId(point), new GasDay(day));
    }

    @GetMapping("/closes/{group}/{period}/journal")
    @Operation(summary = "The journal of a close")
    JournalView journal(@PathVariable String group, @PathVariable String period) {
        return there(journals.ofClose(close(group, new AccountingPeriod(period))), "journal");
    }

    @GetMapping("/adjustments")
    @Operation(summary = "Packages of prior-period adjustments, one per import, newest first")
    Page<AdjustmentPackageView> packages(
            @RequestParam(defaultValue = "100") int limit, @RequestParam @Nullable String cursor) {
        return adjustments.packages(new PageRequest(limit, cursor));
    }

    @GetMapping("/adjustments/package")
    @Operation(summary = "The adjustments of a package")
    Page<AdjustmentView> adjustments(
            @RequestParam String importId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam @Nullable String cursor) {
        return adjustments.adjustments(new ImportId(importId), new PageRequest(limit, cursor));
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Dead letters, newest first")
    Page<DeadLetterView> deadLetters(
            @RequestParam @Nullable DeadLetterStatus status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam @Nullable String cursor) {
        var filter = new DeadLetterFilter(status, null, null, null, null);
        return deadLetters.deadLetters(filter, new PageRequest(limit, cursor));
    }

    @GetMapping("/imports")
    @Operation(summary = "Imports, newest first")
    Page<ImportView> imports(@RequestParam(defaultValue = "100") int limit, @RequestParam @Nullable String cursor) {
        return imports.imports(new PageRequest(limit, cursor));
    }

    private static CloseId close(String group, AccountingPeriod period) {
        return CloseId.of(new CloseGroup(group), period);
    }

    private static StatementId statementId(String shipper, String period) {
        return StatementId.of(new ShipperId(shipper), new AccountingPeriod(period));
    }

    private static MeterMonthId meterMonthId(String point, String period) {
        return MeterMonthId.of(new PointId(point), new AccountingPeriod(period));
    }

    private static <T> T there(Optional<T> found, String what) {
        return found.orElseThrow(() -> new NotThere("There is no such " + what + "."));
    }
}
