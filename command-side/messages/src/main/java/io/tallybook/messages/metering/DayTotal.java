package io.tallybook.messages.metering;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;

/** What a point moved on one gas day, both ways apart; each ≥ 0 kWh. */
public record DayTotal(GasDay day, Energy receipt, Energy delivery) {
    public Energy of(Direction direction) {
        return direction == Direction.RECEIPT ? receipt : delivery;
    }

    /** Signed total: receipts less deliveries. */
    public Energy signed() {
        return receipt.minus(delivery);
    }
}
