package io.tallybook.messages.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a PriorPeriodAdjustment. */
public sealed interface AdjustmentEvent extends Event {
    /**
     * Raised for review; {@code source.importId} is the cause whose package it is reviewed in.
     *
     * @param readings ≤ 100; null before they were written down: then the day is one reading
     * @param by who gave the readings; null before it was written down
     */
    record PriorPeriodAdjustmentRaised(
            AdjustmentId adjustment,
            CloseId closeId,
            PointId point,
            GasDay day,
            Energy oldEnergy,
            Energy newEnergy,
            Energy difference,
            Source source,
            @Nullable List<RestatedReading> readings,
            @Nullable PersonId by)
            implements AdjustmentEvent {}
}
