package io.tallybook.ui.close;

import io.tallybook.messages.Money;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.statement.ProvisionalStatement;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the month's statements come to, in the currency they share.
 *
 * @param provisional not valued yet: month to date at the prices known
 */
record MoneySums(Money purchases, Money sales, boolean provisional) {
    /** Empty while nothing is valued, and when statements differ in currency: then the statements page tells. */
    static Optional<MoneySums> of(StatementQueries statements, CloseOverview close) {
        List<StatementTotals> valued = statements.ofClose(close.closeId()).stream()
                .map(StatementView::totals)
                .filter(Objects::nonNull)
                .toList();
        return valued.isEmpty()
                ? sum(
                        statements.provisional(close.network(), close.closeId().period()).stream()
                                .map(ProvisionalStatement::totals)
                                .toList(),
                        true)
                : sum(valued, false);
    }

    private static Optional<MoneySums> sum(List<StatementTotals> totals, boolean provisional) {
        boolean oneCurrency =
                totals.stream().map(t -> t.sales().currency()).distinct().count() == 1;
        return oneCurrency
                ? Optional.of(new MoneySums(
                        totals.stream()
                                .map(StatementTotals::purchases)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        totals.stream()
                                .map(StatementTotals::sales)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        provisional))
                : Optional.empty();
    }
}
