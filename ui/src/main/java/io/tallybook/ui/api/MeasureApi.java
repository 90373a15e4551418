package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.meterMonth;
import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.Page;
import io.tallybook.query.balance.BalanceInputView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.balance.ExplanationView;
import io.tallybook.query.balance.TrendMonth;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.metering.QuantityRecordView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was measured, and what it comes to in an area. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "measure", description = "Months, days and records of points; balances of areas")
class MeasureApi {
    private static final String MONTHS = "25";
    private static final int MOST_MISSING = 3_000;

    private final MeteringQueries metering;
    private final BalanceQueries balances;
    private final CloseQueries closes;

    MeasureApi(MeteringQueries metering, BalanceQueries balances, CloseQueries closes) {
        this.metering = metering;
        this.balances = balances;
        this.closes = closes;
    }

    @GetMapping("/closes/{group}/{period}/meter-months")
    @Operation(summary = "The month of every point of the close's network, by point; of one area when it is given")
    Page<MeterMonthView> months(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam @Nullable String area,
            WhichPage page) {
        return metering.months(
                calendar(group).network(),
                area == null ? null : new AreaId(area),
                new AccountingPeriod(period),
                page.request());
    }

    @GetMapping("/meter-months/{point}/{period}")
    @Operation(summary = "A point's month: expected, recorded, missing, open dead letters, state")
    MeterMonthView month(@PathVariable String point, @PathVariable String period) {
        MeterMonthId month = meterMonth(point, period);
        return there(metering.month(month), "meter month", month.value());
    }

    @GetMapping("/meter-months/{point}/{period}/days")
    @Operation(summary = "The gas days of a point's month")
    List<DayTotalView> days(@PathVariable String point, @PathVariable String period) {
        return metering.days(meterMonth(point, period));
    }

    @GetMapping("/meter-months/{point}/{period}/missing")
    @Operation(summary = "Starts of the intervals without a record, at most 3,000")
    List<Instant> missing(@PathVariable String point, @PathVariable String period) {
        return metering.missing(meterMonth(point, period), MOST_MISSING);
    }

    @GetMapping("/points/{point}/days/{day}/records")
    @Operation(summary = "Every version of every record of a point's gas day, down to the raw row")
    List<QuantityRecordView> records(@PathVariable String point, @PathVariable String day) {
        return metering.records(new PointId(point), new GasDay(day));
    }

    @GetMapping("/closes/{group}/{period}/balances")
    @Operation(summary = "The balance of every area: calculated, or provisional while the month is open")
    List<BalanceView> balances(@PathVariable String group, @PathVariable String period) {
        return balances.ofNetwork(calendar(group).network(), new AccountingPeriod(period));
    }

    @GetMapping("/balances/{area}/{period}")
    @Operation(summary = "An area's balance: calculated, or provisional while the month is open")
    BalanceView balance(@PathVariable String area, @PathVariable String period) {
        BalanceId balance = balanceId(area, period);
        return there(balances.balance(balance), "balance", balance.value());
    }

    @GetMapping("/balances/{area}/{period}/inputs")
    @Operation(summary = "What each point brought into the balance")
    List<BalanceInputView> inputs(@PathVariable String area, @PathVariable String period) {
        return balances.inputs(balance(area, period).balance());
    }

    @GetMapping("/balances/{area}/{period}/explanations")
    @Operation(summary = "Every explanation ever given, oldest first, superseded ones too")
    List<ExplanationView> explanations(@PathVariable String area, @PathVariable String period) {
        return balances.explanations(balance(area, period).balance());
    }

    @GetMapping("/balances/{area}/{period}/trend")
    @Operation(summary = "Up to 60 months ending with this one, oldest first")
    List<TrendMonth> trend(
            @PathVariable String area, @PathVariable String period, @RequestParam(defaultValue = MONTHS) int months) {
        return balances.trend(balance(area, period).balance(), months);
    }

    private CalendarView calendar(String group) {
        return there(closes.calendar(new CloseGroup(group)), "close calendar", group);
    }

    private static BalanceId balanceId(String area, String period) {
        return BalanceId.of(new AreaId(area), new AccountingPeriod(period));
    }
}
