package io.tallybook.command.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.statement.RevaluedLine;
import io.tallybook.messages.statement.StatementCommand.RevalueVolumes;
import io.tallybook.messages.statement.StatementEvent;
import io.tallybook.messages.statement.StatementEvent.RevaluationFailed;
import io.tallybook.messages.statement.StatementEvent.StatementTermsAdded;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What restated days are worth: each line valued twice as the statement values a line, the difference taken afterwards. */
final class Revaluation {
    private Revaluation() {}

    static StatementEvent of(
            RevalueVolumes order,
            @Nullable StatementTermsAdded terms,
            Function<SeriesId, @Nullable PublishedPrices> prices) {
        PublishedPrices published =
                terms == null ? null : prices.apply(terms.terms().series());
        if (terms == null || published == null) {
            return failed(
                    order,
                    "The statement has no terms or prices of the contract "
                            + order.contract().value() + ".");
        }
        List<RevaluedLine> lines = new ArrayList<>();
        for (RestatedDay day : order.days()) {
            Optional<DailyPrice> price = published.of(day.day(), terms.terms());
            if (price.isEmpty() && day.before().equals(day.after())) {
                continue;
            }
            if (price.isEmpty()) {
                return failed(
                        order,
                        "There is no final price of " + terms.terms().series().value() + " for " + day.day() + ".");
            }
            lines(day, price.get(), lines);
        }
        return new VolumesRevalued(
                order.statement(),
                order.closeId(),
                order.preview(),
                order.contract(),
                order.point(),
                order.recipients(),
                List.copyOf(lines),
                difference(lines, terms.terms()));
    }

    private static void lines(RestatedDay day, DailyPrice price, List<RevaluedLine> lines) {
        for (Direction direction : Direction.values()) {
            Energy before = day.before().of(direction);
            Energy after = day.after().of(direction);
            if (before.compareTo(after) != 0) {
                lines.add(new RevaluedLine(
                        day.day(),
                        direction,
                        before,
                        after,
                        before.mmbtu(),
                        after.mmbtu(),
                        price.price(),
                        before.at(price.price()),
                        after.at(price.price())));
            }
        }
    }

    private static StatementTotals difference(List<RevaluedLine> lines, ContractTerms terms) {
        Money none = Money.zero(terms.currency());
        BigDecimal noMmbtu = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        return new StatementTotals(
                sum(lines, Direction.RECEIPT, RevaluedLine::difference, Energy.ZERO, Energy::plus),
                sum(lines, Direction.RECEIPT, RevaluedLine::mmbtuDifference, noMmbtu, BigDecimal::add),
                sum(lines, Direction.RECEIPT, RevaluedLine::amountDifference, none, Money::plus),
                sum(lines, Direction.DELIVERY, RevaluedLine::difference, Energy.ZERO, Energy::plus),
                sum(lines, Direction.DELIVERY, RevaluedLine::mmbtuDifference, noMmbtu, BigDecimal::add),
                sum(lines, Direction.DELIVERY, RevaluedLine::amountDifference, none, Money::plus));
    }

    private static <T> T sum(
            List<RevaluedLine> lines,
            Direction direction,
            Function<RevaluedLine, T> figure,
            T zero,
            BinaryOperator<T> plus) {
        return lines.stream()
                .filter(line -> line.direction() == direction)
                .map(figure)
                .reduce(zero, plus);
    }

    private static RevaluationFailed failed(RevalueVolumes order, String sentence) {
        return new RevaluationFailed(
                order.statement(), order.closeId(), order.preview(), order.contract(), order.point(), sentence);
    }
}
