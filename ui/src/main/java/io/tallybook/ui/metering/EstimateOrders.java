package io.tallybook.ui.metering;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRule;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.metering.EstimateState;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.saga.whatif.Previews;
import io.tallybook.saga.whatif.Previews.Preview;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the order to estimate what a point's month misses; page and API give it alike. The limit is the period's terms'. */
@Component
public class EstimateOrders {
    private static final int MOST_MISSING = 3_000;

    private final MeteringQueries metering;
    private final NetworkQueries network;
    private final CloseQueries closes;
    private final Previews previews;

    EstimateOrders(MeteringQueries metering, NetworkQueries network, CloseQueries closes, Previews previews) {
        this.metering = metering;
        this.network = network;
        this.closes = closes;
        this.previews = previews;
    }

    /**
     * What a person asks for.
     *
     * @param starts the intervals; empty for all that are missing from {@code firstDay} through {@code lastDay}
     * @param firstDay null for the month's first
     * @param lastDay null for the month's last
     * @param kwh signed, of each interval; only with STATED
     */
    public record Asked(
            List<Instant> starts,
            @Nullable GasDay firstDay,
            @Nullable GasDay lastDay,
            EstimateMethod method,
            @Nullable BigDecimal kwh,
            String reason) {}

    /** @throws Invalid when nothing is missing there, or the point is not known */
    public EstimateGap order(MeterMonthId month, Asked asked, PersonId by, Instant at) {
        PointView point = point(month);
        PointRule rule = point.rule();
        List<Instant> starts = asked.starts().isEmpty() ? missing(month, rule, asked) : asked.starts();
        Invalid.unless(!starts.isEmpty(), "nothing is missing on these gas days");
        return new EstimateGap(
                month,
                rule,
                starts,
                asked.method(),
                asked.kwh() == null ? null : new Energy(asked.kwh()),
                limit(point.area(), month.period()),
                asked.reason(),
                by,
                at);
    }

    /** What the order would write; empty when too many look at once. */
    public Optional<Preview> preview(EstimateGap order, Caller caller) {
        return previews.of(order, caller);
    }

    /** The gas days on which something is missing that no waiting estimate is for. */
    public List<GasDay> daysToEstimate(MeterMonthId month) {
        PointRule rule = point(month).rule();
        return missing(month).stream().map(rule.gasDay()::dayOf).distinct().toList();
    }

    private List<Instant> missing(MeterMonthId month, PointRule rule, Asked asked) {
        return missing(month).stream()
                .filter(start -> within(rule.gasDay().dayOf(start), asked))
                .toList();
    }

    private static boolean within(GasDay day, Asked asked) {
        GasDay first = asked.firstDay();
        GasDay last = asked.lastDay();
        return (first == null || day.compareTo(first) >= 0) && (last == null || day.compareTo(last) <= 0);
    }

    private List<Instant> missing(MeterMonthId month) {
        Set<Instant> waiting = metering.estimatedIntervals(month).stream()
                .filter(each -> each.state() == EstimateState.WAITING)
                .map(EstimatedIntervalView::start)
                .collect(Collectors.toSet());
        return metering.missing(month, MOST_MISSING).stream()
                .filter(start -> !waiting.contains(start))
                .toList();
    }

    private PointView point(MeterMonthId month) {
        Optional<PointView> point = network.point(month.point());
        Invalid.unless(point.isPresent(), "there is no point " + month.point().value());
        return point.orElseThrow();
    }

    private EstimateLimit limit(AreaId area, AccountingPeriod period) {
        return network.area(area).stream()
                .flatMap(of -> closes.calendars().stream()
                        .filter(calendar -> calendar.network().equals(of.network())))
                .findFirst()
                .map(calendar -> calendar.termsOf(period).estimateLimit())
                .orElseGet(EstimateLimit::standard);
    }
}
