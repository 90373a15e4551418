package io.tallybook.messages.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;

/** What happened to a PriorPeriodAdjustment. */
public sealed interface AdjustmentEvent extends Event {
    /** Raised for review; {@code source.importId} is the package it is reviewed in. */
    record PriorPeriodAdjustmentRaised(
            AdjustmentId adjustment,
            CloseId closeId,
            PointId point,
            GasDay day,
            Energy oldEnergy,
            Energy newEnergy,
            Energy difference,
            Source source)
            implements AdjustmentEvent {}
}
