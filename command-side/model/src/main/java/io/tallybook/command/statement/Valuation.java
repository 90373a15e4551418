package io.tallybook.command.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.statement.StatementEvent.AllocatedVolumesAdded;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values what a shipper was allocated, line by line: each shipper-point-day one way is rounded once, every total is the sum of
 * its lines. A day no price covers is missing, never zero.
 */
final class Valuation {
    private static final String CASH_OUT = "calculation|cash-out|1";

    private final List<PointLines> points = new ArrayList<>();
    private final List<CashOut.Settled> cashedOut = new ArrayList<>();
    private final Map<String, TreeSet<LocalDate>> missing = new TreeMap<>();
    private final Map<String, TreeSet<String>> used = new TreeMap<>();
    private final String currency;

    Valuation(String currency) {
        this.currency = currency;
    }

    /** The valued lines of one contract at one point. */
    record PointLines(AllocatedVolumesAdded volumes, SeriesId series, int priceVersion, List<ValuedLine> lines) {}

    void value(AllocatedVolumesAdded volumes, ContractTerms terms, PublishedPrices prices) {
        List<ValuedLine> lines = new ArrayList<>();
        for (DayTotal day : volumes.days()) {
            for (Direction direction : Direction.values()) {
                // below zero where the contract's rule allowed it: then the line is owed the other way
                if (day.of(direction).signum() != 0) {
                    line(day, direction, terms, prices).ifPresent(lines::add);
                }
            }
        }
        points.add(new PointLines(volumes, terms.series(), prices.version(), lines));
    }

    private Optional<ValuedLine> line(DayTotal day, Direction direction, ContractTerms terms, PublishedPrices prices) {
        Optional<DailyPrice> price = prices.of(day.day(), terms);
        note(terms.series(), day.day(), price.orElse(null));
        Energy energy = day.of(direction);
        return price.map(p -> new ValuedLine(
                day.day(),
                direction,
                energy,
                energy.mmbtu(),
                p.price(),
                p.day(),
                p.day().equals(day.day().date()) ? null : terms.rule(),
                energy.at(p.price())));
    }

    private void note(SeriesId of, GasDay day, @Nullable DailyPrice price) {
        String series = of.value();
        if (price == null) {
            missing.computeIfAbsent(series, s -> new TreeSet<>()).add(day.date());
        } else {
            used.computeIfAbsent(series, s -> new TreeSet<>()).add(line(price));
        }
    }

    /** Settles the imbalances of a point, where there are any. */
    void cashOut(CashOut due, ContractTerms terms, SeriesId series, PublishedPrices prices) {
        due.settle(terms, series, prices, (day, price) -> note(series, day, price))
                .ifPresent(cashedOut::add);
    }

    List<CashOut.Settled> cashedOut() {
        return cashedOut;
    }

    /** Which tiers were used, and how; nothing where no imbalance was cashed out. */
    Stream<String> cashOutVersions() {
        return cashedOut.stream()
                .flatMap(s -> Stream.of(
                        "cash-out|" + s.of().table().table().value() + "|v"
                                + s.of().table().version(),
                        CASH_OUT))
                .distinct();
    }

    /** Days without a price, by series. */
    Map<String, TreeSet<LocalDate>> missing() {
        return missing;
    }

    List<PointLines> points() {
        return points;
    }

    StatementTotals totals() {
        return new StatementTotals(
                sum(Direction.RECEIPT, ValuedLine::energy, Energy.ZERO, Energy::plus),
                sum(Direction.RECEIPT, ValuedLine::mmbtu, noMmbtu(), BigDecimal::add),
                sum(Direction.RECEIPT, ValuedLine::amount, Money.zero(currency), Money::plus),
                sum(Direction.DELIVERY, ValuedLine::energy, Energy.ZERO, Energy::plus),
                sum(Direction.DELIVERY, ValuedLine::mmbtu, noMmbtu(), BigDecimal::add),
                sum(Direction.DELIVERY, ValuedLine::amount, Money.zero(currency), Money::plus),
                CashOut.totals(cashedOut, currency));
    }

    /** Over every valued line and every tier that was cashed out. */
    Sha256 contentHash() {
        Stream<String> lines = points.stream().flatMap(p -> p.lines().stream().map(line -> line(p.volumes(), line)));
        return Sha256.ofLines(
                Stream.concat(lines, cashedOut.stream().flatMap(CashOut::lines)).toList());
    }

    /** Of each series the hash of the prices used, so that a price nobody used moves nothing. */
    Stream<String> priceLines() {
        return used.entrySet().stream().map(e -> "prices|" + e.getKey() + "|" + Sha256.ofLines(e.getValue()));
    }

    private <T> T sum(Direction direction, Function<ValuedLine, T> figure, T zero, BinaryOperator<T> plus) {
        return points.stream()
                .flatMap(p -> p.lines().stream())
                .filter(line -> line.direction() == direction)
                .map(figure)
                .reduce(zero, plus);
    }

    private static BigDecimal noMmbtu() {
        return BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
    }

    private static String line(DailyPrice p) {
        return String.join(
                "|",
                p.day().toString(),
                p.price().perMmbtu().toPlainString(),
                p.price().currency(),
                p.status().name());
    }

    private static String line(AllocatedVolumesAdded volumes, ValuedLine line) {
        return String.join(
                "|",
                volumes.contract().value(),
                volumes.point().value(),
                line.day().value(),
                line.direction().name(),
                line.energy().kwh().toPlainString(),
                line.mmbtu().toPlainString(),
                line.price().perMmbtu().toPlainString(),
                line.priceDay().toString(),
                line.rule() == null ? "" : line.rule().name(),
                line.amount().toString());
    }
}
