package io.tallybook.messages.variance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How large a variance has to be before somebody must say why. What reaches a limit breaches it.
 *
 * @param effectiveFrom first period it holds for
 * @param money limit of the amount, in the contract's currency; null for none
 * @param percent limit in percent of the base; null for none
 * @param both whether both limits must be reached (AND) where both are given; else either does (OR)
 */
public record VarianceThreshold(
        AccountingPeriod effectiveFrom,
        ThresholdScope scope,
        @Nullable BigDecimal money,
        @Nullable BigDecimal percent,
        boolean both) {
    private static final BigDecimal DEFAULT_MONEY = new BigDecimal("5000");
    private static final BigDecimal DEFAULT_PERCENT = new BigDecimal("5");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int MOST_DIGITS = 20;

    public VarianceThreshold {
        checkLimit(money);
        checkLimit(percent);
    }

    private static void checkLimit(@Nullable BigDecimal limit) {
        Invalid.unless(
                limit == null || (limit.signum() >= 0 && limit.precision() <= MOST_DIGITS && limit.scale() <= 6),
                "a limit is not negative and has at most 20 digits, 6 of them decimals");
    }

    /** 5 % and 5,000 of money (domain/close.md, materiality defaults). */
    public static VarianceThreshold standard(AccountingPeriod from) {
        return new VarianceThreshold(from, ThresholdScope.ALL, DEFAULT_MONEY, DEFAULT_PERCENT, true);
    }

    /** The one of them that holds for a line: that of its account, else of its area, else of all, else the standard. */
    public static VarianceThreshold inForce(
            Collection<VarianceThreshold> all, AccountingPeriod period, AreaId area, Direction direction) {
        return Stream.of(ThresholdScope.of(direction), ThresholdScope.of(area), ThresholdScope.ALL)
                .flatMap(scope -> all.stream().filter(t -> t.scope().equals(scope)))
                .findFirst()
                .orElseGet(() -> standard(period));
    }

    /** Whether a difference from a base is so large that it needs a word. No limit at all is never reached. */
    public boolean isReachedBy(BigDecimal difference, BigDecimal base) {
        Optional<Boolean> amount =
                Optional.ofNullable(money).map(limit -> difference.abs().compareTo(limit) >= 0);
        // of a base of nothing every difference is more than any share
        Optional<Boolean> share = Optional.ofNullable(percent)
                .map(limit -> base.signum() == 0
                        || difference.abs().multiply(HUNDRED).compareTo(limit.multiply(base.abs())) >= 0);
        if (difference.signum() == 0 || (amount.isEmpty() && share.isEmpty())) {
            return false;
        }
        return both ? amount.orElse(true) && share.orElse(true) : amount.orElse(false) || share.orElse(false);
    }
}
