package io.tallybook.command.metering;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import java.time.Instant;

/** What stands for one interval: not the full record, that is in the log. */
record Reading(int version, Energy energy, Direction direction, String quality, Taken taken) {
    static Reading of(RecordedQuantity recorded, Taken taken) {
        Quantity quantity = recorded.quantity();
        return new Reading(recorded.version(), quantity.energy(), quantity.direction(), quantity.quality(), taken);
    }

    Energy signed() {
        return direction.sign(energy);
    }

    /** The same fact, wherever it came from: what {@link Quantity#contentHash()} covers. */
    boolean says(Quantity quantity) {
        return energy.equals(quantity.energy())
                && direction == quantity.direction()
                && quality.equals(quantity.quality());
    }

    /** The canonical line that goes into the month's hash. */
    String line(Instant start) {
        return start + "|" + energy.kwh().toPlainString() + "|" + direction + "|" + quality;
    }
}
