package io.tallybook.query.adjustment;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.math.BigDecimal;

/** What a package changes for one contract at one point on one gas day one way, at the closed month's price. */
public record PreviewLine(
        CloseId closeId,
        PointId point,
        String pointName,
        ContractId contract,
        ShipperId shipper,
        GasDay day,
        Direction direction,
        Energy before,
        Energy after,
        BigDecimal mmbtuDifference,
        Price price,
        Money amountBefore,
        Money amountAfter) {
    public Energy difference() {
        return after.minus(before);
    }

    /** What is paid more for receipts, or is to be had more for deliveries. */
    public Money amountDifference() {
        return amountAfter.plus(amountBefore.negate());
    }
}
