package io.tallybook.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.ToleranceSet;
import io.tallybook.messages.network.Tolerance;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Points that balance together, and how much unaccounted-for gas passes among them. */
public final class Area {
    public static final int MOST_POINTS = 256;

    @AggregateIdentifier
    private @Nullable AreaId id;

    private @Nullable AreaEstablished established;
    private final TreeMap<AccountingPeriod, Tolerance> tolerances = new TreeMap<>();
    private final Placements placements = new Placements();
    private final Map<CloseId, AreaRosterPinned> pinned = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void establish(EstablishArea order) {
        AreaEstablished wanted =
                new AreaEstablished(order.area(), order.network(), order.name(), order.tolerance(), order.by());
        if (established == null) {
            apply(wanted);
            return;
        }
        Refused.when(
                !established.network().equals(wanted.network())
                        || !established.name().equals(wanted.name())
                        || !established.tolerance().equals(wanted.tolerance()),
                "area-exists",
                "The area is established already, with another network, name or tolerance.");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void set(SetTolerance order) {
        Refused.unlessFound(established, order.area());
        Tolerance wanted = order.tolerance();
        if (wanted.equals(tolerances.get(wanted.effectiveFrom()))) {
            return;
        }
        AccountingPeriod last = tolerances.lastKey();
        Refused.when(
                wanted.effectiveFrom().compareTo(last) < 0,
                "tolerance-not-later",
                "A tolerance takes effect in a later period than the one before it.",
                Map.of("last", last.value()));
        Refused.when(
                wanted.effectiveFrom().equals(last) && isPinnedSince(last),
                "tolerance-pinned",
                "A close has used this tolerance already: set one from a later period.",
                Map.of("effectiveFrom", last.value()));
        apply(new ToleranceSet(order.area(), wanted, order.by()));
    }

    private boolean isPinnedSince(AccountingPeriod period) {
        return pinned.keySet().stream().anyMatch(close -> close.period().compareTo(period) >= 0);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void place(PlacePoint order) {
        Refused.unlessFound(established, order.area());
        PointPlaced wanted = new PointPlaced(order.area(), order.point(), order.role(), order.rule(), order.by());
        if (placements.bringNews(wanted)) {
            apply(wanted);
        }
    }

    /** One attempt sees one roster: asked again for it, the area answers what it answered before. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinAreaRoster order) {
        Refused.unlessFound(established, order.area());
        AreaRosterPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            AccountingPeriod period = order.closeId().period();
            apply(new AreaRosterPinned(
                    order.area(),
                    order.closeId(),
                    order.attempt(),
                    placements.inForce(period),
                    order.contracts(),
                    toleranceIn(period)));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    /** Before the first tolerance takes effect the trade's default holds. */
    private Tolerance toleranceIn(AccountingPeriod period) {
        Map.Entry<AccountingPeriod, Tolerance> inForce = tolerances.floorEntry(period);
        return inForce == null ? Tolerance.standard(period) : inForce.getValue();
    }

    @EventSourcingHandler
    void on(AreaEstablished event) {
        id = event.area();
        established = event;
        tolerances.put(event.tolerance().effectiveFrom(), event.tolerance());
    }

    @EventSourcingHandler
    void on(ToleranceSet event) {
        tolerances.put(event.tolerance().effectiveFrom(), event.tolerance());
    }

    @EventSourcingHandler
    void on(PointPlaced event) {
        placements.remember(event);
    }

    @EventSourcingHandler
    void on(AreaRosterPinned event) {
        pinned.put(event.closeId(), event);
    }
}
