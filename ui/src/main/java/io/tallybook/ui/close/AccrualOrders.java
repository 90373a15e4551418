package io.tallybook.ui.close;

import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.ViewProgress;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.statement.EstimatedShipper;
import io.tallybook.query.statement.MonthEstimate;
import io.tallybook.query.statement.StatementQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the order to propose a month's flash accrual out of its estimate; page, API and CLI give it alike. */
@Component
public class AccrualOrders {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);

    private final StatementQueries statements;
    private final NetworkQueries networks;
    private final EventReader log;
    private final ViewProgress views;

    AccrualOrders(StatementQueries statements, NetworkQueries networks, EventReader log, ViewProgress views) {
        this.statements = statements;
        this.networks = networks;
        this.log = log;
        this.views = views;
    }

    /** What a person says a shipper's month comes to instead of the estimate; its energy stays as estimated. */
    public record ByHand(ShipperId shipper, Money purchases, Money sales, String reason) {}

    /** What the month will come to by what is recorded of it; empty when the group has no network. */
    public Optional<MonthEstimate> estimate(CloseId close) {
        return networks.network(close.group()).map(network -> statements.estimate(network.network(), close.period()));
    }

    /**
     * The order of what the month is estimated at now, with the figures given by hand in their place.
     *
     * @throws Invalid when a shipper without a price is not given by hand, or figures are given for one that has no estimate
     */
    public PrepareAccrual order(CloseId close, List<ByHand> byHand, String note, PersonId by, Instant at) {
        NetworkView network = networks.network(close.group())
                .orElseThrow(() ->
                        new Invalid("there is no close group " + close.group().value()));
        long position = log.head();
        Invalid.unless(
                views.await(position, KNOWN_WITHIN),
                "the figures do not show everything recorded so far; try again in a moment");
        List<AccruedShipper> shippers =
                accrued(statements.estimate(network.network(), close.period()).shippers(), byHand);
        return new PrepareAccrual(close, shippers, network.accounts(), position, note, by, at);
    }

    /** @throws Invalid as {@link #order} */
    static List<AccruedShipper> accrued(List<EstimatedShipper> estimated, List<ByHand> byHand) {
        requireOneCurrency(estimated);
        Map<ShipperId, ByHand> given = given(byHand, estimated);
        return estimated.stream()
                .map(of -> accrued(of, given.get(of.shipper())))
                .toList();
    }

    /** Without a price there is no amount: zero would be a figure nobody has. */
    private static AccruedShipper accrued(EstimatedShipper of, @Nullable ByHand given) {
        Invalid.unless(
                given != null || of.unpriced().signum() == 0,
                "no price is known for " + of.unpriced().kwh().toPlainString() + " kWh of " + of.shipperName()
                        + ": give its purchases and sales by hand");
        AccrualTotals totals = AccrualTotals.of(of.totals());
        return new AccruedShipper(
                of.shipper(),
                given == null ? totals : totals(totals, given),
                of.measured(),
                of.estimated(),
                given == null ? null : given.reason());
    }

    private static AccrualTotals totals(AccrualTotals estimated, ByHand given) {
        return new AccrualTotals(estimated.receipts(), given.purchases(), estimated.deliveries(), given.sales());
    }

    private static Map<ShipperId, ByHand> given(List<ByHand> byHand, List<EstimatedShipper> estimated) {
        Map<ShipperId, String> currencies = estimated.stream()
                .collect(Collectors.toMap(
                        EstimatedShipper::shipper, of -> of.totals().purchases().currency()));
        Map<ShipperId, ByHand> given = new HashMap<>();
        for (ByHand each : byHand) {
            String shipper = each.shipper().value();
            String currency = currencies.get(each.shipper());
            Invalid.unless(currency != null, "there is no estimate of " + shipper + " to give other figures for");
            Invalid.unless(
                    Stream.of(each.purchases(), each.sales())
                            .allMatch(money -> money.currency().equals(currency)),
                    "the figures of " + shipper + " are in " + currency);
            Invalid.unless(given.put(each.shipper(), each) == null, "figures of " + shipper + " are given once");
        }
        return given;
    }

    /** A shipper with contracts in two currencies is estimated twice. */
    private static void requireOneCurrency(List<EstimatedShipper> estimated) {
        List<String> currencies = estimated.stream()
                .map(of -> of.totals().purchases().currency())
                .distinct()
                .sorted()
                .toList();
        Invalid.unless(
                currencies.size() <= 1,
                "a journal is in one currency, the estimate is in " + String.join(" and ", currencies));
    }
}
