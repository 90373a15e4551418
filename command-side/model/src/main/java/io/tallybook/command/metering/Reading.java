package io.tallybook.command.metering;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands for one interval: not the full record, that is in the log. */
record Reading(
        int version,
        Energy energy,
        Direction direction,
        String quality,
        @Nullable Taken taken) {
    /** No source can say this: a quality is capital letters. */
    private static final String ESTIMATED = "~";

    static Reading of(RecordedQuantity recorded, Taken taken) {
        Quantity quantity = recorded.quantity();
        return new Reading(recorded.version(), quantity.energy(), quantity.direction(), quantity.quality(), taken);
    }

    static Reading of(EstimatedQuantity estimated, EstimateMethod method) {
        return new Reading(
                estimated.version(),
                estimated.figure().abs(),
                Direction.of(estimated.figure()),
                ESTIMATED + method,
                null);
    }

    boolean isActual() {
        return taken != null;
    }

    /** From where it was taken in; an estimate was not. */
    Optional<Taken> origin() {
        return Optional.ofNullable(taken);
    }

    Energy signed() {
        return direction.sign(energy);
    }

    /**
     * The same fact, wherever it came from: what {@link Quantity#contentHash()} covers. An estimate says nothing a source
     * could repeat, for its quality is none of a source's.
     */
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
