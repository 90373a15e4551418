package io.tallybook.query.balance;

import io.tallybook.messages.balance.BalanceDay;
import org.jspecify.annotations.Nullable;

/**
 * A day of a balance.
 *
 * @param complete every record expected of the day is there; always true in a calculated balance
 * @param unexplained out of tolerance and not explained
 */
public record BalanceDayView(
        BalanceDay figures,
        boolean complete,
        boolean unexplained,
        @Nullable ExplanationView explanation) {}
