package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.contract.ShipperView;
import io.tallybook.query.journal.AccountMapView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.network.PointView;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is measured where, and by whose contracts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "network", description = "Networks, areas, points, shippers, contracts and account maps")
class NetworkApi {
    private final NetworkQueries networks;
    private final ContractQueries contracts;
    private final JournalQueries journals;

    NetworkApi(NetworkQueries networks, ContractQueries contracts, JournalQueries journals) {
        this.networks = networks;
        this.contracts = contracts;
        this.journals = journals;
    }

    @GetMapping("/networks")
    @Operation(summary = "Every network")
    List<NetworkView> networks() {
        return networks.networks();
    }

    @GetMapping("/networks/{id}")
    @Operation(summary = "A network")
    NetworkView network(@PathVariable String id) {
        return there(networks.network(new NetworkId(id)), "network", id);
    }

    @GetMapping("/networks/{id}/areas")
    @Operation(summary = "The areas of a network with their tolerances")
    List<AreaView> areas(@PathVariable String id) {
        return networks.areas(network(id).network());
    }

    @GetMapping("/networks/{id}/points")
    @Operation(summary = "The points of every area of a network with their rules")
    List<PointView> pointsOfNetwork(@PathVariable String id) {
        return networks.points(network(id).network());
    }

    @GetMapping("/networks/{id}/contracts")
    @Operation(summary = "The contracts of a network's areas with every version of their terms")
    List<ContractView> contracts(@PathVariable String id) {
        return contracts.contracts(network(id).network());
    }

    @GetMapping("/areas/{id}")
    @Operation(summary = "An area with its tolerances")
    AreaView area(@PathVariable String id) {
        return there(networks.area(new AreaId(id)), "area", id);
    }

    @GetMapping("/areas/{id}/points")
    @Operation(summary = "The points on an area's roster")
    List<PointView> pointsOfArea(@PathVariable String id) {
        return networks.points(area(id).area());
    }

    @GetMapping("/points/{id}")
    @Operation(summary = "A point: where it stands, its role, its gas day and interval")
    PointView point(@PathVariable String id) {
        return there(networks.point(new PointId(id)), "point", id);
    }

    @GetMapping("/contracts/{id}")
    @Operation(summary = "A contract with every version of its terms")
    ContractView contract(@PathVariable String id) {
        return there(contracts.contract(new ContractId(id)), "contract", id);
    }

    @GetMapping("/shippers")
    @Operation(summary = "Every shipper")
    List<ShipperView> shippers() {
        return contracts.shippers();
    }

    @GetMapping("/shippers/{id}")
    @Operation(summary = "A shipper")
    ShipperView shipper(@PathVariable String id) {
        return there(contracts.shipper(new ShipperId(id)), "shipper", id);
    }

    @GetMapping("/account-maps/{id}")
    @Operation(summary = "Every version of an account map, newest first")
    List<AccountMapView> accounts(@PathVariable String id) {
        List<AccountMapView> versions = journals.accounts(new AccountMapId(id));
        return there(versions.stream().findFirst().map(any -> versions), "account map", id);
    }
}
