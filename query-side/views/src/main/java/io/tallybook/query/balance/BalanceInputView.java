package io.tallybook.query.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one point brought into a balance.
 *
 * @param throughSequence sequence of the point's month up to which it counts; −1 while provisional
 * @param contentHash null while provisional
 * @param receipt sum of the days, kWh
 */
public record BalanceInputView(
        PointId point,
        String pointName,
        PointRole role,
        int records,
        long throughSequence,
        @Nullable Sha256 contentHash,
        Energy receipt,
        Energy delivery,
        List<DayTotal> days,
        long position) {}
