package io.tallybook.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.ClosedPeriods;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.AreaCommand.CloseAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.ReopenAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.AreaEvent.AreaConfigurationClosed;
import io.tallybook.messages.network.AreaEvent.AreaConfigurationReopened;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.AreaRosterOutdated;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.ToleranceSet;
import io.tallybook.messages.network.Tolerance;
import java.util.HashMap;
import java.util.List;
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
    private final ClosedPeriods closed = new ClosedPeriods();

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
        closed.refuse(wanted.effectiveFrom());
        apply(new ToleranceSet(order.area(), wanted, order.by()));
        outdateRosters("a tolerance was set after the roster was taken");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void place(PlacePoint order) {
        Refused.unlessFound(established, order.area());
        PointPlaced wanted = new PointPlaced(order.area(), order.point(), order.role(), order.rule(), order.by());
        if (placements.bringNews(wanted)) {
            closed.refuse(AccountingPeriod.of(wanted.rule().inForceFrom()));
            apply(wanted);
            outdateRosters("the point " + wanted.point().value() + " was placed anew after the roster was taken");
        }
    }

    /** A change matters to a close only when its roster would come out otherwise. */
    private void outdateRosters(String reason) {
        pinned.values().stream()
                .filter(roster -> !closed.include(roster.closeId().period()))
                .filter(roster ->
                        !roster.equals(roster(roster.area(), roster.closeId(), roster.attempt(), roster.contracts())))
                .toList()
                .forEach(roster ->
                        apply(new AreaRosterOutdated(roster.area(), roster.closeId(), roster.attempt(), reason)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseAreaConfiguration order) {
        Refused.unlessFound(established, order.area());
        if (!closed.include(order.closeId().period())) {
            apply(new AreaConfigurationClosed(order.area(), order.closeId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenAreaConfiguration order) {
        Refused.unlessFound(established, order.area());
        if (closed.opensAgain(order.closeId().period(), order.revision())) {
            apply(new AreaConfigurationReopened(order.area(), order.closeId(), order.revision()));
        }
    }

    /** One attempt sees one roster: asked again for it, the area answers what it answered before. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinAreaRoster order) {
        Refused.unlessFound(established, order.area());
        AreaRosterPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(roster(order.area(), order.closeId(), order.attempt(), order.contracts()));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    private AreaRosterPinned roster(AreaId area, CloseId close, int attempt, List<ContractId> contracts) {
        AccountingPeriod period = close.period();
        return new AreaRosterPinned(area, close, attempt, placements.inForce(period), contracts, toleranceIn(period));
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

    @EventSourcingHandler
    void on(AreaConfigurationClosed event) {
        closed.remember(event.closeId().period());
    }

    @EventSourcingHandler
    void on(AreaConfigurationReopened event) {
        closed.reopen(event.closeId().period(), event.revision());
    }
}
