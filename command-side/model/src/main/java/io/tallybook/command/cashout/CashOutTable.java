package io.tallybook.command.cashout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Refused;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTableCommand.PinCashOutTable;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableDefined;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableOutdated;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTablePinned;
import io.tallybook.messages.close.CloseId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The tiers of a tariff by which imbalances are bought and sold. */
public final class CashOutTable {
    @AggregateIdentifier
    private @Nullable CashOutTableId id;

    // by the first period each holds in; null, for all before, comes first
    private final NavigableMap<@Nullable AccountingPeriod, CashOutTableDefined> versions =
            new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));

    private int version;
    private final Map<CloseId, Pin> pinned = new HashMap<>();
    // of each group the close that pinned last: groups close one period after the other
    private final Map<CloseGroup, Pin> latest = new HashMap<>();

    /** What one attempt was given; every shipper's statement gets the same. */
    private record Pin(CloseId closeId, int attempt, CashOutTableDefined given) {}

    /** A close that has taken tiers for its period hears when others hold there now. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void define(DefineCashOutTable order) {
        CashOutTableDefined standing = versions.get(order.from());
        if (standing != null && standing.tiers().equals(order.tiers())) {
            return;
        }
        apply(new CashOutTableDefined(order.table(), order.tiers(), version + 1, order.by(), order.from()));
        latest.values().stream()
                .filter(pin -> !holds(pin))
                .forEach(pin -> apply(new CashOutTableOutdated(
                        order.table(),
                        pin.closeId(),
                        pin.attempt(),
                        "the cash-out table " + order.table().value() + " was changed after it was taken")));
    }

    /** One attempt sees one version, whatever came since. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinCashOutTable order) {
        CashOutTableDefined now = Refused.unlessFound(inForce(order.closeId()), order.table());
        Pin last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(answer(order.closeId(), order.attempt(), order.shipper(), now));
        } else if (last.attempt() == order.attempt()) {
            apply(answer(order.closeId(), order.attempt(), order.shipper(), last.given()));
        }
    }

    private boolean holds(Pin pin) {
        CashOutTableDefined now = inForce(pin.closeId());
        return now != null && now.version() == pin.given().version();
    }

    private @Nullable CashOutTableDefined inForce(CloseId close) {
        Map.Entry<@Nullable AccountingPeriod, CashOutTableDefined> version = versions.floorEntry(close.period());
        return version == null ? null : version.getValue();
    }

    private static CashOutTablePinned answer(CloseId close, int attempt, ShipperId shipper, CashOutTableDefined of) {
        return new CashOutTablePinned(of.table(), close, attempt, shipper, of.tiers(), of.version(), of.by());
    }

    @EventSourcingHandler
    void on(CashOutTableDefined event) {
        id = event.table();
        version = event.version();
        versions.put(event.from(), event);
    }

    @EventSourcingHandler
    void on(CashOutTablePinned event) {
        Pin pin = new Pin(
                event.closeId(),
                event.attempt(),
                new CashOutTableDefined(event.table(), event.tiers(), event.version(), event.author(), null));
        pinned.put(event.closeId(), pin);
        latest.put(event.closeId().group(), pin);
    }
}
