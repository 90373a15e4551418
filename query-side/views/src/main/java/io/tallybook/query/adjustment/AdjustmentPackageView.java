package io.tallybook.query.adjustment;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;

/**
 * The adjustments one import raised, reviewed together.
 *
 * @param days distinct gas days they concern
 * @param firstPosition position of the first adjustment, by which packages are ordered
 * @param position position of the last one
 * @param difference sum of the signed differences, kWh
 */
public record AdjustmentPackageView(
        ImportId importId,
        Source source,
        int adjustments,
        int points,
        int days,
        GasDay firstDay,
        GasDay lastDay,
        Energy difference,
        Instant raisedAt,
        long firstPosition,
        long position) {}
