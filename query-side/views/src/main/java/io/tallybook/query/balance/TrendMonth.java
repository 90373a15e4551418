package io.tallybook.query.balance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.balance.BalanceTotal;

/** One month of an area's trend; provisional when not calculated yet. */
public record TrendMonth(AccountingPeriod period, BalanceStanding standing, BalanceTotal total) {}
