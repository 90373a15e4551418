package io.tallybook.eventlog.fold;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.statement.StatementTotals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close came to in one attempt beside another: the revision that was taken back and the one after it. A side is null where
 * that attempt has no such figure, or none yet.
 *
 * @param before the attempt that stood
 * @param after the attempt set beside it
 * @param areas every area of either, by id
 * @param shippers every shipper of either, by id
 * @param points the gas days that differ, by point and day
 */
public record RevisionChanges(
        CloseId closeId,
        int before,
        int after,
        List<AreaChange> areas,
        List<ShipperChange> shippers,
        List<PointChange> points) {
    /** kWh, as {@link BalanceTotal}. */
    public record AreaChange(
            AreaId area,
            @Nullable BalanceTotal before,
            @Nullable BalanceTotal after) {}

    /** kWh, MMBtu and money, as {@link StatementTotals}. */
    public record ShipperChange(
            ShipperId shipper,
            @Nullable StatementTotals before,
            @Nullable StatementTotals after) {}

    /** kWh of one gas day. */
    public record PointChange(
            PointId point,
            GasDay day,
            @Nullable DayTotal before,
            @Nullable DayTotal after) {}
}
