package io.tallybook.intake.metering;

import io.tallybook.intake.delivery.Fate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reading of a batch.
 *
 * @param item its place in the batch, from 1
 * @param reason why, when rejected
 */
public record ReadingResult(
        int item, Fate outcome, @Nullable String reason) {}
