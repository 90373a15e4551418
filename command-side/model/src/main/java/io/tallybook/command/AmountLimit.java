package io.tallybook.command;

import io.tallybook.messages.Money;
import org.jspecify.annotations.Nullable;

/** How far an approver's grant goes: up to an amount, or, where it names none, to any. */
public final class AmountLimit {
    private AmountLimit() {}

    /** Either way of the money counts; a limit in another currency reaches nothing but nothing. */
    public static boolean reaches(@Nullable Money limit, Money amount) {
        return limit == null
                || amount.amount().signum() == 0
                || (limit.currency().equals(amount.currency())
                        && limit.amount().compareTo(amount.amount().abs()) >= 0);
    }
}
