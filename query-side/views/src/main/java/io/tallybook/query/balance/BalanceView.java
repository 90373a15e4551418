package io.tallybook.query.balance;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.Tolerance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area's balance of a month.
 *
 * @param closeId null while provisional
 * @param attempt 0 while provisional
 * @param days every day that has figures, in order
 * @param unexplained how many days, and the month itself, still need an explanation
 * @param monthExplanation null when the month needs none or has none
 * @param contentHash of figures and explanations once everything is explained; null before
 * @param acceptedBy the approver who accepted what is out of tolerance; null when nothing is, or nobody has
 * @param through last gas day with figures; null when there is none
 * @param position position of the last event it holds; 0 for none
 */
public record BalanceView(
        BalanceId balance,
        String areaName,
        @Nullable CloseId closeId,
        int attempt,
        BalanceStanding standing,
        Tolerance tolerance,
        List<BalanceDayView> days,
        BalanceTotal month,
        boolean monthUnexplained,
        @Nullable ExplanationView monthExplanation,
        int unexplained,
        @Nullable Sha256 contentHash,
        @Nullable PersonId acceptedBy,
        @Nullable GasDay through,
        long position) {
    public boolean provisional() {
        return standing == BalanceStanding.PROVISIONAL;
    }
}
