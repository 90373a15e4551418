package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting a system up: network, areas, points, shippers, contracts, accounts, price series, calendar. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "setup",
        description = "Networks, areas, points, shippers, contracts, accounts, series and calendars are defined here")
class SetupApi {
    private final Orders orders;

    SetupApi(Orders orders) {
        this.orders = orders;
    }

    record NetworkBody(String group, String name, String accounts) {}

    record ToleranceBody(String effectiveFrom, BigDecimal dayPercent, BigDecimal monthPercent, BigDecimal floorMmbtu) {
        Tolerance tolerance() {
            return new Tolerance(
                    new AccountingPeriod(effectiveFrom), dayPercent, monthPercent, Energy.ofMmbtu(floorMmbtu));
        }
    }

    record AreaBody(String network, String name, ToleranceBody tolerance) {}

    record PointBody(
            String area,
            String name,
            PointRole role,
            String zone,
            String dayStartsAt,
            MeasuringInterval interval,
            String inForceFrom,
            int version) {
        PointRule rule() {
            try {
                GasDayRule gasDay = new GasDayRule(ZoneId.of(zone), LocalTime.parse(dayStartsAt));
                return new PointRule(gasDay, interval, new GasDay(inForceFrom), version);
            } catch (DateTimeException e) {
                throw new Invalid("zone is written Europe/Copenhagen and dayStartsAt 06:00");
            }
        }
    }

    record NameBody(String name) {}

    record ContractBody(
            String network,
            String shipper,
            String area,
            String effectiveFrom,
            List<ShareBody> shares,
            String series,
            NonPriceDayRule rule,
            int lookbackDays,
            String currency,
            @Nullable Boolean amendment) {
        ContractTerms terms() {
            List<PointShare> split = shares.stream().map(ShareBody::pointShare).toList();
            return new ContractTerms(
                    new AccountingPeriod(effectiveFrom), split, new SeriesId(series), rule, lookbackDays, currency);
        }
    }

    record SeriesBody(String name, String currency) {}

    record CalendarBody(
            String network,
            String firstPeriod,
            String zone,
            BigDecimal openingStorageKwh,
            BigDecimal openingImbalanceKwh,
            String reason) {}

    @PutMapping("/networks/{id}")
    @Operation(summary = "Establishes a network: one close group")
    ResponseEntity<Object> network(@PathVariable String id, @RequestBody NetworkBody body, HttpServletRequest request) {
        return orders.give(
                new EstablishNetwork(
                        new NetworkId(id),
                        new CloseGroup(body.group()),
                        body.name(),
                        new AccountMapId(body.accounts()),
                        by(request),
                        orders.now()),
                request);
    }

    @PutMapping("/areas/{id}")
    @Operation(summary = "Establishes an area with its tolerance and puts it into its network")
    ResponseEntity<Object> area(@PathVariable String id, @RequestBody AreaBody body, HttpServletRequest request) {
        AreaId area = new AreaId(id);
        NetworkId network = new NetworkId(body.network());
        Tolerance tolerance = body.tolerance().tolerance();
        return both(
                new EstablishArea(area, network, body.name(), tolerance, by(request), orders.now()),
                new AddArea(network, area, by(request), orders.now()),
                request);
    }

    @PostMapping("/areas/{id}/tolerances")
    @Operation(summary = "Sets the tolerance from a period on")
    ResponseEntity<Object> tolerance(
            @PathVariable String id, @RequestBody ToleranceBody body, HttpServletRequest request) {
        return orders.give(new SetTolerance(new AreaId(id), body.tolerance(), by(request), orders.now()), request);
    }

    @PutMapping("/points/{id}")
    @Operation(summary = "Configures a point and puts it on its area's roster")
    ResponseEntity<Object> point(@PathVariable String id, @RequestBody PointBody body, HttpServletRequest request) {
        PointId point = new PointId(id);
        AreaId area = new AreaId(body.area());
        return both(
                new ConfigurePoint(point, area, body.name(), body.role(), body.rule(), by(request), orders.now()),
                new PlacePoint(area, point, body.role(), body.rule(), by(request), orders.now()),
                request);
    }

    @PutMapping("/shippers/{id}")
    @Operation(summary = "Registers a shipper")
    ResponseEntity<Object> shipper(@PathVariable String id, @RequestBody NameBody body, HttpServletRequest request) {
        return orders.give(new RegisterShipper(new ShipperId(id), body.name(), by(request), orders.now()), request);
    }

    @PutMapping("/contracts/{id}")
    @Operation(
            summary = "Signs a contract and puts it into its network, or amends it from a period on",
            description = "A share without a method is by percentage. All contracts of a point and direction name one"
                    + " method: PERCENTAGE by share, PRO_RATA by nomination, RANKED by rank and nomination, SWING and"
                    + " MEASURED_DIFFERENCE with one party that takes the difference, OPERATOR_PROVIDED within a factor"
                    + " band.")
    ResponseEntity<Object> contract(
            @PathVariable String id, @RequestBody ContractBody body, HttpServletRequest request) {
        ContractId contract = new ContractId(id);
        PersonId by = by(request);
        if (Boolean.TRUE.equals(body.amendment())) {
            return orders.give(new AmendContract(contract, body.terms(), by, orders.now()), request);
        }
        AreaId area = new AreaId(body.area());
        return both(
                new SignContract(contract, new ShipperId(body.shipper()), area, body.terms(), by, orders.now()),
                new AddContract(new NetworkId(body.network()), area, contract, by, orders.now()),
                request);
    }

    @PutMapping("/account-maps/{id}")
    @Operation(summary = "Maps uses to ledger accounts")
    ResponseEntity<Object> accounts(
            @PathVariable String id, @RequestBody Map<AccountUse, Account> body, HttpServletRequest request) {
        return orders.give(new MapAccounts(new AccountMapId(id), body, by(request), orders.now()), request);
    }

    @PutMapping("/price-series/{id}")
    @Operation(summary = "Establishes a price series")
    ResponseEntity<Object> series(@PathVariable String id, @RequestBody SeriesBody body, HttpServletRequest request) {
        return orders.give(
                new EstablishPriceSeries(new SeriesId(id), body.name(), body.currency(), by(request), orders.now()),
                request);
    }

    @PutMapping("/calendars/{group}")
    @Operation(summary = "Opens the close calendar of a group with an explicit opening balance")
    ResponseEntity<Object> calendar(
            @PathVariable String group, @RequestBody CalendarBody body, HttpServletRequest request) {
        boolean demo = "demo-script".equals(orders.caller(request).client());
        return orders.give(
                new OpenCalendar(
                        new CloseGroup(group),
                        new NetworkId(body.network()),
                        new AccountingPeriod(body.firstPeriod()),
                        ZoneId.of(body.zone()),
                        new Energy(body.openingStorageKwh()),
                        new Energy(body.openingImbalanceKwh()),
                        demo,
                        body.reason(),
                        by(request),
                        orders.now()),
                request);
    }

    private ResponseEntity<Object> both(Command first, Command second, HttpServletRequest request) {
        ResponseEntity<Object> answer = orders.give(first, request);
        return answer.getStatusCode().is2xxSuccessful() ? orders.give(second, request) : answer;
    }

    private PersonId by(HttpServletRequest request) {
        return orders.caller(request).person();
    }
}
