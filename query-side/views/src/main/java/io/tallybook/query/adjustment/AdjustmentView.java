package io.tallybook.query.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;

/** One point's gas day restated after its month was closed; energies are signed, kWh. */
public record AdjustmentView(
        AdjustmentId adjustment,
        CloseId closeId,
        PointId point,
        String pointName,
        GasDay day,
        Energy oldEnergy,
        Energy newEnergy,
        Energy difference,
        Source source,
        Instant raisedAt,
        long position) {
    /** The gas went the other way. */
    public boolean reversed() {
        return oldEnergy.signum() * newEnergy.signum() < 0;
    }
}
