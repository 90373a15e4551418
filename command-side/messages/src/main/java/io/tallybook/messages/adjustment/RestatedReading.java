package io.tallybook.messages.adjustment;

import io.tallybook.messages.Energy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of a closed month and what came for it since; signed kWh.
 *
 * @param closed the figure the month was closed with, null when it had none
 */
public record RestatedReading(Instant start, @Nullable Energy closed, Energy received) {
    public Energy closedOrZero() {
        return closed == null ? Energy.ZERO : closed;
    }
}
