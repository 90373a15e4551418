package io.tallybook.messages.contract;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.SeriesId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says from a period on: receipts are bought, deliveries are sold.
 *
 * @param effectiveFrom first period it holds for
 * @param shares one per point and direction, ≤ 512; one with a rule of its own counts three
 * @param lookbackDays how many days the non-price-day rule may look back, 0 to 31
 * @param imbalances how imbalances are settled; null where nothing is said, then nothing is settled
 */
public record ContractTerms(
        AccountingPeriod effectiveFrom,
        List<PointShare> shares,
        SeriesId series,
        NonPriceDayRule rule,
        int lookbackDays,
        String currency,
        @Nullable ImbalanceTerms imbalances) {
    public static final int MOST_SHARES = 512;

    public ContractTerms {
        shares = List.copyOf(shares);
        Invalid.unless(shares.size() <= MOST_SHARES, "a contract has at most 512 shares, had " + shares.size());
        Invalid.unless(
                shares.stream().mapToInt(ContractTerms::weight).sum() <= MOST_SHARES - (imbalances == null ? 0 : 3),
                "a contract has at most 512 shares, of which one that is not by percentage counts three, as the"
                        + " settlement of imbalances does");
        Invalid.unless(
                shares.stream()
                                .map(s -> s.point() + "|" + s.direction())
                                .distinct()
                                .count()
                        == shares.size(),
                "a contract has one share per point and direction");
        Invalid.unless(lookbackDays >= 0 && lookbackDays <= 31, "a lookback is 0 to 31 days, was " + lookbackDays);
        Money.requireCurrency(currency);
    }

    /** Terms that settle no imbalance. */
    public ContractTerms(
            AccountingPeriod effectiveFrom,
            List<PointShare> shares,
            SeriesId series,
            NonPriceDayRule rule,
            int lookbackDays,
            String currency) {
        this(effectiveFrom, shares, series, rule, lookbackDays, currency, null);
    }

    /** The same terms of other shares. */
    public ContractTerms withShares(List<PointShare> other) {
        return new ContractTerms(effectiveFrom, other, series, rule, lookbackDays, currency, imbalances);
    }

    /** What a share takes in an event, in shares by percentage: a rule is about as long as two. */
    private static int weight(PointShare share) {
        return share.rule() == null ? 1 : 3;
    }
}
