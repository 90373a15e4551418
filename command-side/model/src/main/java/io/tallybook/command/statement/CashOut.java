package io.tallybook.command.statement;

import io.tallybook.command.cashout.MarginalTiers;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.statement.StatementEvent.AllocatedVolumesAdded;
import io.tallybook.messages.statement.StatementEvent.StatementNominationsAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTiersAdded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles the month's imbalances of a contract at a point: allocated less scheduled, each way the contract has a share, by the
 * marginal tiers of whoever owes it at the mean of the month's prices.
 */
record CashOut(AllocatedVolumesAdded volumes, StatementNominationsAdded scheduled, StatementTiersAdded table) {
    private static final int PERCENT_SCALE = 4;
    private static final int INDEX_SCALE = 6;

    /** What one point comes to; without ways where nothing is out of balance. */
    record Settled(CashOut of, SeriesId series, int priceVersion, Price index, List<CashedOut> ways) {}

    /** One way's figures before there is a price. */
    private record Way(Direction direction, Energy allocated, Energy scheduled) {
        Energy imbalance() {
            return allocated.minus(scheduled);
        }
    }

    /**
     * Empty where everything is in balance, or where a day has no price.
     *
     * @param used told every day of the month with its price, null where there is none
     */
    Optional<Settled> settle(
            ContractTerms terms,
            SeriesId series,
            PublishedPrices prices,
            BiConsumer<GasDay, @Nullable DailyPrice> used) {
        List<Way> ways = Stream.of(Direction.values())
                .filter(way -> terms.shares().stream().anyMatch(s -> isHere(s, way)))
                .map(this::way)
                .filter(way -> way.imbalance().signum() != 0)
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        return index(terms, prices, used)
                .map(index -> new Settled(
                        this,
                        series,
                        prices.version(),
                        index,
                        ways.stream().map(way -> settled(way, index)).toList()));
    }

    private boolean isHere(PointShare share, Direction way) {
        return share.point().equals(volumes.point()) && share.direction() == way;
    }

    private Way way(Direction direction) {
        return new Way(
                direction,
                volumes.days().stream().map(d -> d.of(direction)).reduce(Energy.ZERO, Energy::plus),
                scheduled.nominated().stream().map(d -> of(d, direction)).reduce(Energy.ZERO, Energy::plus));
    }

    private static Energy of(NominatedDay day, Direction direction) {
        Energy said = day.of(direction);
        return said == null ? Energy.ZERO : said;
    }

    /** The mean of the prices of the month's gas days, by the contract's rule where a day has none of its own. */
    private Optional<Price> index(
            ContractTerms terms, PublishedPrices prices, BiConsumer<GasDay, @Nullable DailyPrice> used) {
        List<GasDay> days = volumes.statement().period().days();
        List<BigDecimal> found = new ArrayList<>();
        for (GasDay day : days) {
            Optional<DailyPrice> price = prices.of(day, terms);
            used.accept(day, price.orElse(null));
            price.ifPresent(p -> found.add(p.price().perMmbtu()));
        }
        if (found.size() < days.size()) {
            return Optional.empty();
        }
        BigDecimal sum = found.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Price(
                sum.divide(BigDecimal.valueOf(days.size()), INDEX_SCALE, RoundingMode.HALF_UP), terms.currency()));
    }

    private CashedOut settled(Way way, Price index) {
        CashOutSide side = CashOutSide.of(way.direction(), way.imbalance().signum() > 0);
        Energy base = way.allocated().signum() > 0 ? way.allocated() : Energy.ZERO;
        Energy size = way.imbalance().abs();
        return new CashedOut(
                way.direction(),
                way.allocated(),
                way.scheduled(),
                way.imbalance(),
                base.signum() == 0 ? null : percent(size, base),
                side,
                MarginalTiers.cashOut(table.tiers().of(side), size, base, index));
    }

    private static BigDecimal percent(Energy size, Energy base) {
        return size.kwh().movePointRight(2).divide(base.kwh(), PERCENT_SCALE, RoundingMode.HALF_UP);
    }

    /** Sums by who owes, not netted; null where nothing was cashed out. */
    static @Nullable CashOutTotals totals(List<Settled> settled, String currency) {
        if (settled.isEmpty()) {
            return null;
        }
        return new CashOutTotals(
                energy(settled, CashOutSide.DUE_SHIPPER),
                amount(settled, CashOutSide.DUE_SHIPPER, currency),
                energy(settled, CashOutSide.DUE_PIPELINE),
                amount(settled, CashOutSide.DUE_PIPELINE, currency));
    }

    private static Stream<CashedOut> ways(List<Settled> settled, CashOutSide side) {
        return settled.stream().flatMap(s -> s.ways().stream()).filter(way -> way.side() == side);
    }

    private static Energy energy(List<Settled> settled, CashOutSide side) {
        return ways(settled, side).map(way -> way.imbalance().abs()).reduce(Energy.ZERO, Energy::plus);
    }

    private static Money amount(List<Settled> settled, CashOutSide side, String currency) {
        return ways(settled, side)
                .flatMap(way -> way.lines().stream())
                .map(line -> line.amount())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Every tier of every way, one canonical line each. */
    static Stream<String> lines(Settled settled) {
        return settled.ways().stream()
                .flatMap(way -> way.lines().stream()
                        .map(line -> String.join(
                                "|",
                                "cash-out",
                                settled.of().volumes().contract().value(),
                                settled.of().volumes().point().value(),
                                way.direction().name(),
                                way.allocated().kwh().toPlainString(),
                                way.scheduled().kwh().toPlainString(),
                                way.side().name(),
                                line.tier().canonical(),
                                line.energy().kwh().toPlainString(),
                                settled.index().perMmbtu().toPlainString(),
                                line.amount().toString())));
    }
}
