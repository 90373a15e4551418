package io.tallybook.messages.metering;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One quantity record as it came in.
 *
 * @param start beginning of the interval, UTC
 * @param energy ≥ 0, kWh; its sign is the direction
 * @param quality the source's own word for it, {@code GOOD} when it says nothing
 * @param line line (CSV) or record number (JSON) in the source, from 1
 * @param raw the row or record exactly as read, ≤ 2,000 characters
 */
public record Quantity(
        Instant start,
        Energy energy,
        Direction direction,
        String quality,
        int line,
        @Nullable String raw) {
    public Quantity {
        Invalid.unless(energy.signum() >= 0, "a recorded quantity is not negative, was " + energy);
        Invalid.unless(quality.matches("[A-Z_]{1,16}"), "a quality is 1 to 16 capital letters, was '" + quality + "'");
        Invalid.unless(raw == null || raw.length() <= 2000, "a raw row is at most 2,000 characters");
    }

    /** Signed energy: positive into the system. */
    public Energy signed() {
        return direction.sign(energy);
    }

    /** What makes two records of one interval the same fact: energy, direction and quality, not where they came from. */
    public Sha256 contentHash() {
        return Sha256.of(start + "|" + energy.kwh().toPlainString() + "|" + direction + "|" + quality);
    }
}
