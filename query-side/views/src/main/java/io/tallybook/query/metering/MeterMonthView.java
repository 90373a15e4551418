package io.tallybook.query.metering;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.PointRole;
import org.jspecify.annotations.Nullable;

/**
 * A point's month.
 *
 * @param expected records the zone rule expects (745 in an hourly October with a clock change)
 * @param recorded intervals that have a figure, estimates that stand with them
 * @param estimated of them, those that stand by an estimate
 * @param estimatesWaiting estimates that wait to be accepted
 * @param late records that came too late to change a figure and still wait
 * @param receipt kWh in; of what is recorded
 * @param closeId the close that froze it, null while open
 * @param contentHash of the frozen month
 * @param sequence sequence of its last event, −1 when it has none
 * @param position position of that event, 0 when it has none
 */
public record MeterMonthView(
        MeterMonthId month,
        String pointName,
        AreaId area,
        PointRole role,
        MeasuringInterval interval,
        MeterMonthState state,
        int expected,
        int recorded,
        int missing,
        int openDeadLetters,
        int late,
        int estimated,
        int estimatesWaiting,
        Energy receipt,
        Energy delivery,
        @Nullable CloseId closeId,
        @Nullable Sha256 contentHash,
        long sequence,
        long position) {
    public boolean complete() {
        return missing == 0 && openDeadLetters == 0;
    }
}
