package io.tallybook.messages.balance;

import io.tallybook.messages.Command;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.Tolerance;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a SystemBalance: one area, one month. Roster and inputs may come in any order and more than once. */
public sealed interface SystemBalanceCommand extends Command {
    BalanceId balance();

    @SentBy(Role.PROCESS)
    record OpenBalance(
            @TargetAggregateIdentifier BalanceId balance,
            CloseId closeId,
            int attempt,
            List<RosterPoint> points,
            Tolerance tolerance,
            Instant at)
            implements SystemBalanceCommand {}

    @SentBy(Role.PROCESS)
    record AddBalanceInput(
            @TargetAggregateIdentifier BalanceId balance,
            CloseId closeId,
            int attempt,
            int rosterIndex,
            PointId point,
            long throughSequence,
            Sha256 contentHash,
            int records,
            List<DayTotal> days,
            List<PersonId> contributors,
            Instant at)
            implements SystemBalanceCommand {}

    /** Explains a day out of tolerance, or with no day the month; refused while there is nothing to explain there. */
    @SentBy(Role.ACCOUNTANT)
    record ExplainImbalance(
            @TargetAggregateIdentifier BalanceId balance,
            @Nullable GasDay day,
            ImbalanceCause cause,
            String text,
            PersonId by,
            Instant at)
            implements SystemBalanceCommand {}

    /**
     * Accepts what is out of tolerance with the explanations it has; by nobody who explained it or had a hand in the figures.
     *
     * @param contentHash of the figures and explanations the person was shown
     */
    @SentBy(Role.APPROVER)
    record AcceptBalance(@TargetAggregateIdentifier BalanceId balance, Sha256 contentHash, PersonId by, Instant at)
            implements SystemBalanceCommand {}
}
