package io.tallybook.command.metering;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dead letters that fell into a month. */
final class RejectedReadings {
    private final Map<DeadLetterId, RejectedReadingNoted> open = new LinkedHashMap<>();
    private final Set<DeadLetterId> settled = new HashSet<>();
    private final Map<DeadLetterId, RejectedReadingHoldsClose> holding = new HashMap<>();

    boolean isKnown(DeadLetterId deadLetter) {
        return open.containsKey(deadLetter) || isSettled(deadLetter);
    }

    /** Replaced, or excluded, perhaps before it was even noted here. */
    boolean isSettled(DeadLetterId deadLetter) {
        return settled.contains(deadLetter);
    }

    /** The close that was told to wait for the letter and not told otherwise since. */
    Optional<RejectedReadingHoldsClose> heldBy(DeadLetterId deadLetter) {
        return Optional.ofNullable(holding.get(deadLetter));
    }

    void hold(RejectedReadingHoldsClose event) {
        holding.put(event.deadLetter(), event);
    }

    void release(DeadLetterId deadLetter) {
        holding.remove(deadLetter);
    }

    List<DeadLetterId> open() {
        return List.copyOf(open.keySet());
    }

    /** Those a delivery makes good: a record of the same interval from another file, be it news or not. */
    List<DeadLetterId> replacedBy(RecordQuantities order) {
        return open.values().stream()
                .filter(noted -> Taken.isAnotherFile(order.source(), noted.deadLetter()))
                .filter(noted ->
                        order.quantities().stream().anyMatch(quantity -> covers(quantity, noted.start(), order.rule())))
                .map(RejectedReadingNoted::deadLetter)
                .toList();
    }

    /** Without a start nobody knows which interval it was: such a one goes only by exclusion. */
    private static boolean covers(Quantity quantity, @Nullable Instant start, PointRule rule) {
        return start != null
                && !start.isBefore(quantity.start())
                && start.isBefore(rule.interval().end(quantity.start(), rule.gasDay()));
    }

    void note(RejectedReadingNoted event) {
        open.put(event.deadLetter(), event);
    }

    void settle(DeadLetterId deadLetter) {
        open.remove(deadLetter);
        settled.add(deadLetter);
    }
}
