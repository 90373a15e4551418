package io.tallybook.command.price;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesCommand.PinPrices;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesCommand.ReopenPrices;
import io.tallybook.messages.price.PriceSeriesCommand.UnpinPrices;
import io.tallybook.messages.price.PriceSeriesEvent.PriceSeriesEstablished;
import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.PricesReopened;
import io.tallybook.messages.price.PriceSeriesEvent.PricesUnpinned;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A published price, day by day and version by version, and the closes that are being valued by it. */
public final class PriceSeries {
    @AggregateIdentifier
    private @Nullable SeriesId id;

    private @Nullable PriceSeriesEstablished established;
    private final Prices prices = new Prices();
    private final Map<String, PricesPinned> pinned = new TreeMap<>();
    private final Set<CloseId> approved = new HashSet<>();
    private final Map<CloseId, Integer> revisions = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void establish(EstablishPriceSeries order) {
        if (established == null) {
            apply(new PriceSeriesEstablished(order.series(), order.name(), order.currency(), order.by()));
            return;
        }
        Refused.when(
                !established.name().equals(order.name())
                        || !established.currency().equals(order.currency()),
                "series-exists",
                "The price series is established already, with another name or currency.");
    }

    /** Records what is new and hands the changed prices to every close that is being valued by them. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordPrices order) {
        String currency = Refused.unlessFound(established, order.series()).currency();
        List<RecordedPrice> news = prices.news(Deliveries.checked(order.prices(), currency));
        if (news.isEmpty()) {
            return;
        }
        apply(new PricesRecorded(order.series(), news, order.source(), order.by()));
        pinned.values().stream()
                .filter(pin -> Window.of(pin).holdsAny(news))
                .toList()
                .forEach(pin -> apply(prices.pinned(pin)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinPrices order) {
        Refused.unlessFound(established, order.series());
        Refused.when(
                order.lookbackDays() < 0 || order.lookbackDays() > Window.LONGEST_LOOKBACK,
                "lookback-too-long",
                "A price is looked back for at most " + Window.LONGEST_LOOKBACK + " days.");
        Refused.when(
                approved.contains(order.closeId()),
                "close-already-approved",
                "The close is approved: its prices stand.");
        PricesPinned last = pinned.get(order.closeId().value());
        if (last == null || last.attempt() < order.attempt()) {
            apply(prices.pinned(new PricesPinned(
                    order.series(),
                    order.closeId(),
                    order.attempt(),
                    order.shippers(),
                    order.lookbackDays(),
                    0,
                    List.of(),
                    List.of())));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void unpin(UnpinPrices order) {
        Refused.unlessFound(established, order.series());
        if (!approved.contains(order.closeId())) {
            apply(new PricesUnpinned(order.series(), order.closeId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenPrices order) {
        Refused.unlessFound(established, order.series());
        if (approved.contains(order.closeId()) && order.revision() > revisions.getOrDefault(order.closeId(), 1)) {
            apply(new PricesReopened(order.series(), order.closeId(), order.revision()));
        }
    }

    @EventSourcingHandler
    void on(PriceSeriesEstablished event) {
        id = event.series();
        established = event;
    }

    @EventSourcingHandler
    void on(PricesRecorded event) {
        prices.remember(event.prices(), event.by());
    }

    @EventSourcingHandler
    void on(PricesPinned event) {
        pinned.put(event.closeId().value(), event);
    }

    @EventSourcingHandler
    void on(PricesUnpinned event) {
        pinned.remove(event.closeId().value());
        approved.add(event.closeId());
    }

    @EventSourcingHandler
    void on(PricesReopened event) {
        approved.remove(event.closeId());
        revisions.put(event.closeId(), event.revision());
    }
}
