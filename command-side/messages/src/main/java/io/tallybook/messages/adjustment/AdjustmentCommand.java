package io.tallybook.messages.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a PriorPeriodAdjustment: one point, gas day and source publication. */
public sealed interface AdjustmentCommand extends Command {
    AdjustmentId adjustment();

    /**
     * {@code oldEnergy} is the latest known signed kWh before, {@code newEnergy} the received; raised once.
     *
     * @param by who gave the readings
     */
    @SentBy(Role.PROCESS)
    record RaiseAdjustment(
            @TargetAggregateIdentifier AdjustmentId adjustment,
            CloseId closeId,
            PointId point,
            GasDay day,
            Energy oldEnergy,
            Energy newEnergy,
            Source source,
            List<RestatedReading> readings,
            PersonId by,
            Instant at)
            implements AdjustmentCommand {}
}
