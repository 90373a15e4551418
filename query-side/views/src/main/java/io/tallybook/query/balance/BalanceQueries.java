package io.tallybook.query.balance;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseId;
import java.util.List;
import java.util.Optional;

/** Balances of areas. */
public interface BalanceQueries {
    /** The balance: calculated where there is one of the current attempt, else provisional; empty for an unknown area. */
    Optional<BalanceView> balance(BalanceId balance);

    /** From what is recorded so far, whatever has been calculated. */
    Optional<BalanceView> provisional(BalanceId balance);

    /** One balance per area of the network, by area id; ≤ 256. */
    List<BalanceView> ofNetwork(NetworkId network, AccountingPeriod period);

    /** The balances of a close's current attempt that have been calculated, by area id; ≤ 256. */
    List<BalanceView> ofClose(CloseId closeId);

    /** What each point brought in, by point id: frozen inputs where calculated, else recorded so far; ≤ 256. */
    List<BalanceInputView> inputs(BalanceId balance);

    /** Every explanation ever given, oldest first, superseded ones too. */
    List<ExplanationView> explanations(BalanceId balance);

    /** Up to {@code months} months ending with this one, oldest first; months without records are left out; ≤ 60. */
    List<TrendMonth> trend(BalanceId last, int months);
}
