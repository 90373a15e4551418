package io.tallybook.command.cashout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import java.util.HashMap;
import java.util.Map;
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

    private @Nullable CashOutTableDefined defined;
    private final Map<CloseId, Pin> pinned = new HashMap<>();
    // of each group the close that pinned last: groups close one period after the other
    private final Map<CloseGroup, Pin> latest = new HashMap<>();

    /** What one attempt was given; every shipper's statement gets the same. */
    private record Pin(CloseId closeId, int attempt, CashOutTableDefined given) {}

    /** Like a map of accounts it has no effective date: it counts from the next pin on. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void define(DefineCashOutTable order) {
        if (defined != null && defined.tiers().equals(order.tiers())) {
            return;
        }
        int version = defined == null ? 1 : defined.version() + 1;
        apply(new CashOutTableDefined(order.table(), order.tiers(), version, order.by()));
        latest.values()
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
        CashOutTableDefined now = Refused.unlessFound(defined, order.table());
        Pin last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(answer(order.closeId(), order.attempt(), order.shipper(), now));
        } else if (last.attempt() == order.attempt()) {
            apply(answer(order.closeId(), order.attempt(), order.shipper(), last.given()));
        }
    }

    private static CashOutTablePinned answer(CloseId close, int attempt, ShipperId shipper, CashOutTableDefined of) {
        return new CashOutTablePinned(of.table(), close, attempt, shipper, of.tiers(), of.version(), of.by());
    }

    @EventSourcingHandler
    void on(CashOutTableDefined event) {
        id = event.table();
        defined = event;
    }

    @EventSourcingHandler
    void on(CashOutTablePinned event) {
        Pin pin = new Pin(
                event.closeId(),
                event.attempt(),
                new CashOutTableDefined(event.table(), event.tiers(), event.version(), event.author()));
        pinned.put(event.closeId(), pin);
        latest.put(event.closeId().group(), pin);
    }
}
