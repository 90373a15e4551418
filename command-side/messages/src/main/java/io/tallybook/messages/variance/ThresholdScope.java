package io.tallybook.messages.variance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.journal.AccountUse;

/** What a threshold holds for: {@code all}, {@code area:<area>} or {@code account:<use>}; the last named goes before the first. */
public record ThresholdScope(String value) {
    public static final ThresholdScope ALL = new ThresholdScope("all");

    private static final String AREA = "area:";
    private static final String ACCOUNT = "account:";

    public ThresholdScope {
        if (value.startsWith(AREA)) {
            new AreaId(value.substring(AREA.length()));
        } else if (value.startsWith(ACCOUNT)) {
            String use = value.substring(ACCOUNT.length());
            Invalid.unless(
                    use.equals(AccountUse.GAS_PURCHASES.name()) || use.equals(AccountUse.REVENUE.name()),
                    "a threshold holds for the account GAS_PURCHASES or REVENUE, not '" + use + "'");
        } else {
            Invalid.unless(value.equals("all"), "a threshold holds for all, area:<area> or account:<use>");
        }
    }

    public static ThresholdScope of(AreaId area) {
        return new ThresholdScope(AREA + area.value());
    }

    /** Of the account a line's money goes to: what is received is bought, what is delivered is sold. */
    public static ThresholdScope of(Direction direction) {
        return new ThresholdScope(
                ACCOUNT + (direction == Direction.RECEIPT ? AccountUse.GAS_PURCHASES : AccountUse.REVENUE));
    }
}
