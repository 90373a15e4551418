package io.tallybook.query.adjustment;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.close.CloseId;
import org.jspecify.annotations.Nullable;

/**
 * One adjustment of a package.
 *
 * @param closed what the month was closed with at these readings, signed kWh
 * @param received what came for them
 * @param rejected whether it was taken out again
 * @param rival the package whose approval rejected it, or, while it is pending, another one on the same readings
 */
public record PackageMember(
        AdjustmentId adjustment,
        CloseId closeId,
        PointId point,
        String pointName,
        GasDay day,
        int readings,
        Energy closed,
        Energy received,
        boolean rejected,
        @Nullable PackageId rival) {
    public Energy difference() {
        return received.minus(closed);
    }
}
