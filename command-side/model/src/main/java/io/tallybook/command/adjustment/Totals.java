package io.tallybook.command.adjustment;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Sums of differences; every total is the sum of its lines. */
final class Totals {
    private Totals() {}

    /** All in one currency; of nothing the sum is in none. */
    static StatementTotals sum(Stream<StatementTotals> differences) {
        return differences.reduce(Totals::plus).orElseGet(() -> zero(Money.NO_CURRENCY));
    }

    static StatementTotals plus(StatementTotals a, StatementTotals b) {
        return new StatementTotals(
                a.receipts().plus(b.receipts()),
                a.receiptsMmbtu().add(b.receiptsMmbtu()),
                a.purchases().plus(b.purchases()),
                a.deliveries().plus(b.deliveries()),
                a.deliveriesMmbtu().add(b.deliveriesMmbtu()),
                a.sales().plus(b.sales()));
    }

    /** Whether there is anything to book: energy without money is, too. */
    static boolean isAny(StatementTotals of) {
        return of.receipts().signum() != 0
                || of.deliveries().signum() != 0
                || of.purchases().amount().signum() != 0
                || of.sales().amount().signum() != 0;
    }

    private static StatementTotals zero(String currency) {
        BigDecimal none = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        Money nothing = Money.zero(currency);
        return new StatementTotals(Energy.ZERO, none, nothing, Energy.ZERO, none, nothing);
    }
}
