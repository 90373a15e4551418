package io.tallybook.messages.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import java.math.BigDecimal;

/** One shipper-point-day one way, as it stands and restated, both at the closed month's price. */
public record RevaluedLine(
        GasDay day,
        Direction direction,
        Energy before,
        Energy after,
        BigDecimal mmbtuBefore,
        BigDecimal mmbtuAfter,
        Price price,
        Money amountBefore,
        Money amountAfter) {
    public Energy difference() {
        return after.minus(before);
    }

    public BigDecimal mmbtuDifference() {
        return mmbtuAfter.subtract(mmbtuBefore);
    }

    public Money amountDifference() {
        return amountAfter.plus(amountBefore.negate());
    }
}
