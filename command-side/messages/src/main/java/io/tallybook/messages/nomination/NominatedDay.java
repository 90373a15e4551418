package io.tallybook.messages.nomination;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * One gas day's figures of a contract at a point, kWh ≥ 0 each way; null where nothing is said of that way.
 *
 * @param receipt into the system
 * @param delivery out of it
 */
public record NominatedDay(
        GasDay day, @Nullable Energy receipt, @Nullable Energy delivery) {
    public NominatedDay {
        Invalid.unless(
                (receipt == null || receipt.signum() >= 0) && (delivery == null || delivery.signum() >= 0),
                "a nomination is not negative: its sign is its direction (day " + day + ")");
    }

    public @Nullable Energy of(Direction direction) {
        return direction == Direction.RECEIPT ? receipt : delivery;
    }

    /** Whether it says nothing of either way: as an order it takes the day's figures back. */
    public boolean saysNothing() {
        return receipt == null && delivery == null;
    }
}
