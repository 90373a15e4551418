package io.tallybook.query.statement;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.allocation.ProvisionalAllocation.DayEnergy;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.price.PriceView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values what was provisionally allocated at the prices known so far, preliminary ones too. */
final class ProvisionalValue {
    private static final int DAYS_KNOWN = 31;

    private final AllocationQueries allocations;
    private final ContractQueries contracts;
    private final PriceQueries prices;

    ProvisionalValue(AllocationQueries allocations, ContractQueries contracts, PriceQueries prices) {
        this.allocations = allocations;
        this.contracts = contracts;
        this.prices = prices;
    }

    List<ProvisionalStatement> of(NetworkId network, AccountingPeriod period) {
        return of(network, period, allocations.provisional(network, period));
    }

    List<ProvisionalStatement> of(NetworkId network, AccountingPeriod period, List<ProvisionalAllocation> split) {
        return of(network, period, split, 0);
    }

    /** The same where a day without a price takes the last known of a month before it, whatever the contract says. */
    List<ProvisionalStatement> estimated(
            NetworkId network, AccountingPeriod period, List<ProvisionalAllocation> split) {
        return of(network, period, split, DAYS_KNOWN);
    }

    private List<ProvisionalStatement> of(
            NetworkId network, AccountingPeriod period, List<ProvisionalAllocation> split, int atLeastBack) {
        Map<ContractId, ContractTerms> terms = contracts.contracts(network).stream()
                .filter(c -> c.terms(period).isPresent())
                .collect(Collectors.toMap(
                        ContractView::contract,
                        c -> c.terms(period).orElseThrow().terms()));
        Map<SeriesId, NavigableMap<LocalDate, Price>> known = new HashMap<>();
        terms.values().forEach(t -> known.computeIfAbsent(t.series(), series -> prices(series, period)));
        Map<ContractId, Map<GasDay, Price>> usable = new HashMap<>();
        Map<String, Sum> sums = new TreeMap<>();
        for (ProvisionalAllocation allocation : split) {
            ContractTerms of = terms.get(allocation.contract());
            if (of != null) {
                sums.computeIfAbsent(
                                allocation.shipper().value() + " " + of.currency(),
                                k -> new Sum(allocation, of.currency()))
                        .add(
                                allocation,
                                of,
                                usable.computeIfAbsent(
                                        allocation.contract(),
                                        c -> usable(
                                                period,
                                                of,
                                                known.getOrDefault(of.series(), new TreeMap<>()),
                                                atLeastBack)));
            }
        }
        return sums.values().stream().map(Sum::statement).toList();
    }

    /** The price of each day of the period under these terms; days without one are not in it. */
    private static Map<GasDay, Price> usable(
            AccountingPeriod period, ContractTerms terms, NavigableMap<LocalDate, Price> known, int atLeastBack) {
        int rule = terms.rule() == NonPriceDayRule.LAST_PUBLISHED ? terms.lookbackDays() : 0;
        int back = Math.max(rule, atLeastBack);
        Map<GasDay, Price> usable = new HashMap<>();
        for (GasDay day : period.days()) {
            LocalDate date = day.date();
            Map.Entry<LocalDate, Price> last = known.floorEntry(date);
            if (last != null
                    && !last.getKey().isBefore(date.minusDays(back))
                    && last.getValue().currency().equals(terms.currency())) {
                usable.put(day, last.getValue());
            }
        }
        return usable;
    }

    private NavigableMap<LocalDate, Price> prices(SeriesId series, AccountingPeriod period) {
        NavigableMap<LocalDate, Price> known = new TreeMap<>();
        LocalDate first = period.firstDay().date();
        for (PriceView price : prices.prices(
                series, first.minusDays(DAYS_KNOWN), period.lastDay().date())) {
            Price value = price.price();
            if (value != null) {
                known.put(price.day(), value);
            }
        }
        return known;
    }

    /** One shipper's sums in one currency, each line rounded as a statement's would be. */
    private static final class Sum {
        private final ProvisionalAllocation first;
        private Energy receipts = Energy.ZERO;
        private Energy deliveries = Energy.ZERO;
        private Energy unpriced = Energy.ZERO;
        private BigDecimal receiptsMmbtu = BigDecimal.ZERO;
        private BigDecimal deliveriesMmbtu = BigDecimal.ZERO;
        private Money purchases;
        private Money sales;
        private GasDay through;

        private Sum(ProvisionalAllocation first, String currency) {
            this.first = first;
            this.purchases = Money.zero(currency);
            this.sales = Money.zero(currency);
            this.through = first.days().getLast().day();
        }

        private void add(ProvisionalAllocation allocation, ContractTerms terms, Map<GasDay, Price> prices) {
            for (DayEnergy day : allocation.days()) {
                Price price = prices.get(day.day());
                Money amount = price == null
                        ? Money.zero(terms.currency())
                        : day.energy().at(price);
                unpriced = price == null ? unpriced.plus(day.energy()) : unpriced;
                if (allocation.direction() == Direction.RECEIPT) {
                    receipts = receipts.plus(day.energy());
                    receiptsMmbtu = receiptsMmbtu.add(day.energy().mmbtu());
                    purchases = purchases.plus(amount);
                } else {
                    deliveries = deliveries.plus(day.energy());
                    deliveriesMmbtu = deliveriesMmbtu.add(day.energy().mmbtu());
                    sales = sales.plus(amount);
                }
                through = day.day().compareTo(through) > 0 ? day.day() : through;
            }
        }

        private ProvisionalStatement statement() {
            return new ProvisionalStatement(
                    first.shipper(),
                    first.shipperName(),
                    new StatementTotals(receipts, receiptsMmbtu, purchases, deliveries, deliveriesMmbtu, sales),
                    unpriced,
                    through);
        }
    }
}
