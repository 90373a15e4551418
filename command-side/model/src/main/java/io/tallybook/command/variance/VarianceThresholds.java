package io.tallybook.command.variance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.ClosedPeriods;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.ThresholdsCommand.CloseThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.PinThresholds;
import io.tallybook.messages.variance.ThresholdsCommand.SetThreshold;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdSet;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsClosed;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsOutdated;
import io.tallybook.messages.variance.ThresholdsEvent.ThresholdsPinned;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceThreshold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** How large a variance of a close group's months may be before somebody must say why, by scope and from when on. */
public final class VarianceThresholds {
    static final int MOST_SCOPES = 256;

    @AggregateIdentifier
    private @Nullable ThresholdsId id;

    private final Map<String, TreeMap<AccountingPeriod, VarianceThreshold>> limits = new TreeMap<>();
    private final Map<CloseId, ThresholdsPinned> pinned = new HashMap<>();
    private final ClosedPeriods closed = new ClosedPeriods();

    /** A close that was given others hears that they no longer hold (ADR 8). */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void set(SetThreshold order) {
        VarianceThreshold wanted = order.threshold();
        TreeMap<AccountingPeriod, VarianceThreshold> known = limits.get(scope(wanted.scope()));
        if (known != null && wanted.equals(known.get(wanted.effectiveFrom()))) {
            return;
        }
        Refused.when(
                known == null && limits.size() >= MOST_SCOPES,
                "too-many-scopes",
                "A close group has thresholds of at most " + MOST_SCOPES + " scopes.");
        closed.refuse(wanted.effectiveFrom());
        apply(new ThresholdSet(order.thresholds(), wanted, order.by()));
        pinned.values().stream()
                .filter(pin -> !closed.include(pin.closeId().period()))
                .filter(pin -> !pin.inForce().equals(inForce(pin.closeId().period())))
                .toList()
                .forEach(pin -> apply(new ThresholdsOutdated(
                        pin.thresholds(),
                        pin.closeId(),
                        pin.attempt(),
                        "a threshold of variances was set after they were looked at")));
    }

    /** One attempt sees one set of limits: asked again for it, the same answer. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinThresholds order) {
        ThresholdsPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            List<ContractId> contracts = List.copyOf(order.contracts());
            apply(new ThresholdsPinned(
                    order.thresholds(),
                    order.closeId(),
                    order.attempt(),
                    contracts,
                    inForce(order.closeId().period())));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseThresholds order) {
        if (!closed.include(order.closeId().period())) {
            apply(new ThresholdsClosed(order.thresholds(), order.closeId()));
        }
    }

    private List<VarianceThreshold> inForce(AccountingPeriod period) {
        return limits.values().stream()
                .flatMap(of -> Stream.ofNullable(of.floorEntry(period)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String scope(ThresholdScope scope) {
        return scope.value();
    }

    @EventSourcingHandler
    void on(ThresholdSet event) {
        id = event.thresholds();
        limits.computeIfAbsent(scope(event.threshold().scope()), scope -> new TreeMap<>())
                .put(event.threshold().effectiveFrom(), event.threshold());
    }

    @EventSourcingHandler
    void on(ThresholdsPinned event) {
        id = event.thresholds();
        pinned.put(event.closeId(), event);
    }

    @EventSourcingHandler
    void on(ThresholdsClosed event) {
        id = event.thresholds();
        closed.remember(event.closeId().period());
    }
}
