package io.tallybook.command.allocation;

import java.math.BigDecimal;

/** PERCENTAGE: by the fixed shares of a division of interest, which must add up to one in the eighth decimal. */
final class ByShare {
    private ByShare() {}

    static DaySplit split(DayFlow flow) {
        BigDecimal sum =
                flow.parties().stream().map(p -> p.share().share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0
                ? flow.byWeight(flow.weights(p -> p.share().share().value().unscaledValue()))
                : new Obstacle(
                        "shares-do-not-add-up",
                        "The shares of " + flow.direction() + " add up to " + sum.toPlainString()
                                + ", not to 1.00000000.");
    }
}
