package io.tallybook.messages.cashout;

import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bands of both sides of a table, each side 1 to 16, in order from 0 %, each beginning where the one before it ends; the last
 * has no end.
 *
 * @param duePipeline what an under-supply costs the shipper
 * @param dueShipper what an over-supply brings it
 */
public record CashOutTiers(List<CashOutTier> duePipeline, List<CashOutTier> dueShipper) {
    public static final int MOST_TIERS = 16;

    public CashOutTiers {
        duePipeline = List.copyOf(duePipeline);
        dueShipper = List.copyOf(dueShipper);
        require(CashOutSide.DUE_PIPELINE, duePipeline);
        require(CashOutSide.DUE_SHIPPER, dueShipper);
    }

    private static void require(CashOutSide side, List<CashOutTier> tiers) {
        Invalid.unless(
                !tiers.isEmpty() && tiers.size() <= MOST_TIERS,
                "a cash-out table has 1 to " + MOST_TIERS + " tiers " + side + ", had " + tiers.size());
        @Nullable BigDecimal from = BigDecimal.ZERO;
        for (CashOutTier tier : tiers) {
            Invalid.unless(
                    from != null && tier.above().compareTo(from) == 0,
                    "a cash-out tier begins where the one before it ends, the first at 0 %, the last has no end: "
                            + side + " above " + tier.above().toPlainString() + " %");
            from = tier.upTo();
        }
        Invalid.unless(from == null, "the last cash-out tier has no end: " + side);
    }

    public List<CashOutTier> of(CashOutSide side) {
        return side == CashOutSide.DUE_PIPELINE ? duePipeline : dueShipper;
    }
}
