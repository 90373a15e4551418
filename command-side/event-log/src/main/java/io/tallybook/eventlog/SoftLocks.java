package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import io.tallybook.messages.close.LockArea;
import java.util.Optional;

/** Which soft lock an order can run into: the row of the table the door goes by (ADR 21). */
public final class SoftLocks {
    private SoftLocks() {}

    /** The area of work whose soft lock refuses the order; none when it touches no figure of a month. */
    public static Optional<LockArea> areaOf(Class<? extends Command> order) {
        return GuardedOrders.areaOf(order);
    }
}
