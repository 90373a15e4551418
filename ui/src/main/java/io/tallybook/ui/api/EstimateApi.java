package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.meterMonth;
import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateInput;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.metering.EstimateView;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.saga.whatif.Previews.Preview;
import io.tallybook.ui.metering.EstimateOrders;
import io.tallybook.ui.metering.EstimateOrders.Asked;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Estimates of what a point's month misses. */
@RestController
@RequestMapping("/api/v1/meter-months/{point}/{period}/estimates")
@Tag(name = "measure", description = "Months, days and records of points; balances of areas")
class EstimateApi {
    private static final String MANY = "Others look at what an estimate would be; try again in a moment.";

    private final MeteringQueries metering;
    private final EstimateOrders estimates;
    private final Orders orders;

    EstimateApi(MeteringQueries metering, EstimateOrders estimates, Orders orders) {
        this.metering = metering;
        this.estimates = estimates;
        this.orders = orders;
    }

    /**
     * What to estimate and how.
     *
     * @param starts the intervals; without them all that are missing on the gas days from {@code firstDay} through
     *     {@code lastDay}, either the month's end when it is left out
     * @param kwh signed kWh of each interval: only and always with STATED
     */
    record EstimateBody(
            @Nullable List<Instant> starts,
            @Nullable String firstDay,
            @Nullable String lastDay,
            EstimateMethod method,
            @Nullable BigDecimal kwh,
            String reason) {
        Asked asked() {
            return new Asked(starts == null ? List.of() : starts, day(firstDay), day(lastDay), method, kwh, reason);
        }

        private static @Nullable GasDay day(@Nullable String day) {
            return day == null ? null : new GasDay(day);
        }
    }

    /** Signed kWh of one interval. */
    record EstimatedFigure(Instant start, Energy figure) {}

    /**
     * What an estimate would say; nothing of it is written.
     *
     * @param inputs actual readings it would use: how many, and their signed sum
     * @param alone energy that would then rest on one person's word in this month; above {@code limit} the estimate waits
     */
    record EstimatePreview(
            EstimateMethod method,
            List<EstimatedFigure> figures,
            int inputs,
            Energy inputsEnergy,
            List<EstimatedFigure> inputsNamed,
            Energy alone,
            Energy limit,
            boolean waits) {
        static EstimatePreview of(GapEstimated event) {
            return new EstimatePreview(
                    event.method(),
                    event.quantities().stream().map(EstimatePreview::figure).toList(),
                    event.basis().count(),
                    event.basis().sum(),
                    event.basis().inputs().stream().map(EstimatePreview::figure).toList(),
                    event.weight().alone(),
                    event.weight().limit(),
                    event.weight().material());
        }

        private static EstimatedFigure figure(EstimatedQuantity of) {
            return new EstimatedFigure(of.start(), of.figure());
        }

        private static EstimatedFigure figure(EstimateInput of) {
            return new EstimatedFigure(of.start(), of.figure());
        }
    }

    record EstimateWithdrawalBody(String reason) {}

    @GetMapping
    @Operation(summary = "Every estimate ever made of a point's month, and what has become of it")
    List<EstimateView> estimates(@PathVariable String point, @PathVariable String period) {
        return metering.estimates(known(point, period));
    }

    @GetMapping("/intervals")
    @Operation(summary = "What was estimated for each interval of a point's month, superseded and withdrawn ones too")
    List<EstimatedIntervalView> intervals(@PathVariable String point, @PathVariable String period) {
        return metering.estimatedIntervals(known(point, period));
    }

    @PostMapping
    @Gives(EstimateGap.class)
    @Operation(
            summary = "Estimates missing intervals of a point's month, at most 256 at once",
            description = "A material estimate waits for another person; an immaterial one stands at once.")
    ResponseEntity<Object> estimate(
            @PathVariable String point,
            @PathVariable String period,
            @RequestBody EstimateBody body,
            HttpServletRequest request) {
        return orders.give(order(point, period, body, request), request);
    }

    @PostMapping("/preview")
    @Gives(EstimateGap.class)
    @Operation(summary = "Shows what an estimate would say and whether it would wait; no event is written")
    ResponseEntity<Object> preview(
            @PathVariable String point,
            @PathVariable String period,
            @RequestBody EstimateBody body,
            HttpServletRequest request) {
        Optional<Preview> preview = estimates.preview(order(point, period, body, request), orders.caller(request));
        if (preview.isEmpty()) {
            ProblemDetail busy = Problems.problem(HttpStatus.TOO_MANY_REQUESTS, "busy", MANY, Problems.trace());
            return ResponseEntity.status(Outcome.BUSY.status()).body(busy);
        }
        return preview.get().events().stream()
                .filter(GapEstimated.class::isInstance)
                .map(GapEstimated.class::cast)
                .findFirst()
                .<ResponseEntity<Object>>map(event -> ResponseEntity.ok(EstimatePreview.of(event)))
                .orElseGet(() -> Problems.of(preview.get().answer()));
    }

    @PostMapping("/{number}/acceptance")
    @Gives(AcceptEstimate.class)
    @Operation(summary = "Accepts a waiting estimate; by an approver who did not make it")
    ResponseEntity<Object> accept(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int number,
            HttpServletRequest request) {
        return orders.give(
                new AcceptEstimate(
                        meterMonth(point, period),
                        number,
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }

    @PostMapping("/{number}/withdrawal")
    @Gives(WithdrawEstimate.class)
    @Operation(summary = "Takes back what is left of an estimate, with a reason: its intervals are missing again")
    ResponseEntity<Object> withdraw(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int number,
            @RequestBody EstimateWithdrawalBody body,
            HttpServletRequest request) {
        return orders.give(
                new WithdrawEstimate(
                        meterMonth(point, period),
                        number,
                        body.reason(),
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }

    private EstimateGap order(String point, String period, EstimateBody body, HttpServletRequest request) {
        return estimates.order(
                known(point, period), body.asked(), orders.caller(request).person(), orders.now());
    }

    private MeterMonthId known(String point, String period) {
        MeterMonthId month = meterMonth(point, period);
        return there(metering.month(month), "meter month", month.value()).month();
    }
}
