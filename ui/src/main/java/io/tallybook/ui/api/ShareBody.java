package io.tallybook.ui.api;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.PointShare;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A contract's share of a point and direction as a request says it; without a method it is by percentage.
 *
 * @param share 0 to 1, eight decimals; only a share by percentage needs one
 * @param rank RANKED: 1 to 64, lowest first
 * @param takesDifference SWING, MEASURED_DIFFERENCE: whether this is the swing or unmetered party
 * @param mayBeNegative whether that party may be allocated less than nothing
 * @param factorFrom OPERATOR_PROVIDED: the smallest factor taken, 0.80000 if absent
 * @param factorTo the largest, 1.20000 if absent
 */
record ShareBody(
        String point,
        Direction direction,
        @Nullable BigDecimal share,
        @Nullable AllocationMethod method,
        @Nullable Integer rank,
        @Nullable Boolean takesDifference,
        @Nullable Boolean mayBeNegative,
        @Nullable BigDecimal factorFrom,
        @Nullable BigDecimal factorTo) {
    PointShare pointShare() {
        AllocationRule rule =
                AllocationRule.written(method, rank, takesDifference, mayBeNegative, factorFrom, factorTo);
        Invalid.unless(share != null || rule != null, "a share by percentage needs its share, 0 to 1");
        BigDecimal value = share == null ? BigDecimal.ZERO : share;
        return new PointShare(new PointId(point), direction, new Share(value), rule);
    }
}
