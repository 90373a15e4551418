package io.tallybook.messages.contract;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import org.jspecify.annotations.Nullable;

/**
 * A contract's share of what a point moves one way, and how it is found.
 *
 * @param share what a percentage allocation splits by; the other methods do not look at it
 * @param rule null for percentage, which is how all shares were found that were written before there was a choice
 */
public record PointShare(
        PointId point,
        Direction direction,
        Share share,
        @Nullable AllocationRule rule) {
    public PointShare {
        // one way to say percentage: terms that say the same are equal and have equal hashes
        rule = rule == null || rule.method() == AllocationMethod.PERCENTAGE ? null : rule;
    }

    /** A share by percentage. */
    public PointShare(PointId point, Direction direction, Share share) {
        this(point, direction, share, null);
    }

    public AllocationMethod method() {
        return rule == null ? AllocationMethod.PERCENTAGE : rule.method();
    }
}
