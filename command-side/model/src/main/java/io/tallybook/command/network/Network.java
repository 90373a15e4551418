package io.tallybook.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.NetworkCommand.PinRoster;
import io.tallybook.messages.network.NetworkEvent.AreaAdded;
import io.tallybook.messages.network.NetworkEvent.ContractAdded;
import io.tallybook.messages.network.NetworkEvent.NetworkEstablished;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.network.NetworkEvent.RosterPinned;
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

/** Which areas close together, and which contracts share what each area moves. */
public final class Network {
    public static final int MOST_AREAS = 256;
    public static final int MOST_CONTRACTS = 256;

    /** Each of them answers every allocation run of the area, which has at most as many recipients. */
    public static final int MOST_CONTRACTS_OF_AN_AREA = 64;

    @AggregateIdentifier
    private @Nullable NetworkId id;

    private @Nullable NetworkEstablished established;
    private final Map<String, AreaId> areas = new TreeMap<>();
    private final Map<String, ContractAdded> contracts = new TreeMap<>();
    private final Map<CloseId, RosterPinned> pinned = new HashMap<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void establish(EstablishNetwork order) {
        NetworkEstablished wanted =
                new NetworkEstablished(order.network(), order.group(), order.name(), order.accounts(), order.by());
        if (established == null) {
            apply(wanted);
            return;
        }
        Refused.when(
                !established.group().equals(wanted.group())
                        || !established.name().equals(wanted.name())
                        || !established.accounts().equals(wanted.accounts()),
                "network-exists",
                "The network is established already, with another group, name or account map.");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddArea order) {
        Refused.unlessFound(established, order.network());
        if (areas.containsKey(order.area().value())) {
            return;
        }
        Refused.when(areas.size() >= MOST_AREAS, "too-many-areas", "A network holds at most " + MOST_AREAS + " areas.");
        apply(new AreaAdded(order.network(), order.area(), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddContract order) {
        Refused.unlessFound(established, order.network());
        ContractAdded known = contracts.get(order.contract().value());
        if (known != null) {
            Refused.when(
                    !known.area().equals(order.area()),
                    "contract-in-another-area",
                    "The contract shares another area already.",
                    Map.of("area", known.area().value()));
            return;
        }
        Refused.when(
                !areas.containsKey(order.area().value()), "area-not-in-network", "The area is not of this network.");
        Refused.when(
                contracts.size() >= MOST_CONTRACTS,
                "too-many-contracts",
                "A network holds at most " + MOST_CONTRACTS + " contracts.");
        Refused.when(
                contractsOf(order.area()).size() >= MOST_CONTRACTS_OF_AN_AREA,
                "too-many-contracts-of-an-area",
                "An area's points are shared by at most " + MOST_CONTRACTS_OF_AN_AREA + " contracts.");
        apply(new ContractAdded(order.network(), order.area(), order.contract(), order.by()));
    }

    /** One attempt sees one roster: asked again for it, it answers what it answered before, whatever came since. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinRoster order) {
        NetworkEstablished here = Refused.unlessFound(established, order.network());
        Refused.when(
                !here.group().equals(order.closeId().group()),
                "another-close-group",
                "The network closes with another group.",
                Map.of("group", here.group().value()));
        RosterPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(new RosterPinned(order.network(), order.closeId(), order.attempt(), here.accounts(), roster()));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    private List<RosterArea> roster() {
        return areas.values().stream()
                .map(area -> new RosterArea(area, contractsOf(area)))
                .toList();
    }

    private List<ContractId> contractsOf(AreaId area) {
        return contracts.values().stream()
                .filter(contract -> contract.area().equals(area))
                .map(ContractAdded::contract)
                .toList();
    }

    @EventSourcingHandler
    void on(NetworkEstablished event) {
        id = event.network();
        established = event;
    }

    @EventSourcingHandler
    void on(AreaAdded event) {
        areas.put(event.area().value(), event.area());
    }

    @EventSourcingHandler
    void on(ContractAdded event) {
        contracts.put(event.contract().value(), event);
    }

    @EventSourcingHandler
    void on(RosterPinned event) {
        pinned.put(event.closeId(), event);
    }
}
