package io.tallybook.ui.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.saga.whatif.Previews.Preview;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.Deeds.Did;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.metering.EstimateOrders.Asked;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on a point's page about missing readings: look at an estimate, make it, accept it, take it back. */
@PageController
class EstimatePages {
    private static final String PLACE = "estimate";

    private final EstimateOrders orders;
    private final Callers callers;
    private final Deeds deeds;
    private final Clock clock;

    EstimatePages(EstimateOrders orders, Callers callers, Deeds deeds, Clock clock) {
        this.orders = orders;
        this.callers = callers;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * What a person asked to see and, once it could be computed, what it comes to.
     *
     * @param event null while there is nothing to show
     */
    public record Shown(
            String firstDay,
            String lastDay,
            EstimateMethod method,
            String kwh,
            String reason,
            @Nullable GapEstimated event) {
        public Energy sum() {
            return event == null
                    ? Energy.ZERO
                    : event.quantities().stream().map(EstimatedQuantity::figure).reduce(Energy.ZERO, Energy::plus);
        }
    }

    /** The figure before it counts; the form comes back filled in. */
    @PostMapping("/meter/{point}/{period}/estimate/preview")
    String preview(
            @PathVariable String point,
            @PathVariable String period,
            @RequestParam String firstDay,
            @RequestParam String lastDay,
            @RequestParam EstimateMethod method,
            @RequestParam(defaultValue = "") String kwh,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        MeterMonthId month = month(point, period);
        GapEstimated event = null;
        try {
            var caller = callers.of(who, "web");
            EstimateGap order = orders.order(
                    month,
                    asked(firstDay, lastDay, method, kwh, reason),
                    caller.person(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Optional<Preview> preview = orders.preview(order, caller);
            event = preview.stream()
                    .flatMap(it -> it.events().stream())
                    .filter(GapEstimated.class::isInstance)
                    .map(GapEstimated.class::cast)
                    .findFirst()
                    .orElse(null);
            if (event == null) {
                String sentence = preview.map(it -> it.answer().sentence()).orElse("");
                redirect.addFlashAttribute("did", new Did(PLACE, "refused", "deed.failed", sentence));
            }
        } catch (Invalid e) {
            redirect.addFlashAttribute("did", new Did(PLACE, "refused", "deed.failed", String.valueOf(e.getMessage())));
        }
        redirect.addFlashAttribute("shown", new Shown(firstDay, lastDay, method, kwh, reason, event));
        return "redirect:" + Ways.meterMonth(month);
    }

    @PostMapping("/meter/{point}/{period}/estimate")
    String estimate(
            @PathVariable String point,
            @PathVariable String period,
            @RequestParam String firstDay,
            @RequestParam String lastDay,
            @RequestParam EstimateMethod method,
            @RequestParam(defaultValue = "") String kwh,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        MeterMonthId month = month(point, period);
        deeds.give(
                who,
                PLACE,
                reason,
                (by, at) -> orders.order(month, asked(firstDay, lastDay, method, kwh, reason), by, at),
                redirect);
        return "redirect:" + Ways.meterMonth(month);
    }

    @PostMapping("/meter/{point}/{period}/estimates/{number}/accept")
    String accept(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int number,
            Authentication who,
            RedirectAttributes redirect) {
        MeterMonthId month = month(point, period);
        deeds.give(who, PLACE + "-accept", "", (by, at) -> new AcceptEstimate(month, number, by, at), redirect);
        return "redirect:" + Ways.meterMonth(month);
    }

    @PostMapping("/meter/{point}/{period}/estimates/{number}/withdraw")
    String withdraw(
            @PathVariable String point,
            @PathVariable String period,
            @PathVariable int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        MeterMonthId month = month(point, period);
        deeds.give(
                who,
                PLACE + "-withdraw",
                reason,
                (by, at) -> new WithdrawEstimate(month, number, reason, by, at),
                redirect);
        return "redirect:" + Ways.meterMonth(month);
    }

    private static Asked asked(String firstDay, String lastDay, EstimateMethod method, String kwh, String reason) {
        return new Asked(List.of(), new GasDay(firstDay), new GasDay(lastDay), method, kwh(method, kwh), reason);
    }

    /** The field stands there for every method; only a stated figure uses it. */
    private static @Nullable BigDecimal kwh(EstimateMethod method, String kwh) {
        if (method != EstimateMethod.STATED || kwh.isBlank()) {
            return null;
        }
        String plain = kwh.strip().replace('−', '-');
        Invalid.unless(plain.matches("-?[0-9]{1,18}(\\.[0-9]{1,6})?"), "a figure is written such as 1200 or -1200.5");
        return new BigDecimal(plain);
    }

    private static MeterMonthId month(String point, String period) {
        return MeterMonthId.of(new PointId(point), new AccountingPeriod(period));
    }
}
