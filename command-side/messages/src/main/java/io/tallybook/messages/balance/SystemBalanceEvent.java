package io.tallybook.messages.balance;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.Tolerance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a SystemBalance. */
public sealed interface SystemBalanceEvent extends Event {
    BalanceId balance();

    record BalanceOpened(BalanceId balance, CloseId closeId, int attempt, List<RosterPoint> points, Tolerance tolerance)
            implements SystemBalanceEvent {}

    record BalanceInputAdded(
            BalanceId balance,
            CloseId closeId,
            int attempt,
            int rosterIndex,
            PointId point,
            long throughSequence,
            Sha256 contentHash,
            int records,
            List<DayTotal> days,
            List<PersonId> contributors)
            implements SystemBalanceEvent {}

    /**
     * Every point of the roster has answered: the area is complete, free of dead letters and frozen.
     *
     * @param contentHash over sorted canonical lines {@code point|v<configuration>|contentHash}
     */
    record BalanceInputsComplete(
            BalanceId balance,
            CloseId closeId,
            int attempt,
            AreaId area,
            int points,
            int records,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements SystemBalanceEvent {}

    /**
     * The figures. {@code unexplained} are the days out of tolerance, {@code monthUnexplained} the month, that no standing
     * explanation covers yet.
     */
    record SystemBalanceCalculated(
            BalanceId balance,
            CloseId closeId,
            int attempt,
            List<BalanceDay> days,
            BalanceTotal month,
            List<GasDay> unexplained,
            boolean monthUnexplained)
            implements SystemBalanceEvent {}

    /** {@code unaccounted} is the figure explained: the explanation stands only for it. */
    record ImbalanceExplained(
            BalanceId balance,
            CloseId closeId,
            @Nullable GasDay day,
            Energy unaccounted,
            ImbalanceCause cause,
            String text,
            PersonId by)
            implements SystemBalanceEvent {}

    /** Nothing is left to explain or to accept. {@code contentHash} covers day figures, explanations and the calculation's version. */
    record BalanceAccepted(
            BalanceId balance,
            CloseId closeId,
            int attempt,
            AreaId area,
            BalanceTotal month,
            int explained,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements SystemBalanceEvent {}

    /** Everything out of tolerance is explained; somebody else's acceptance of figures and explanations is awaited. */
    record AcceptanceAwaited(BalanceId balance, CloseId closeId, int attempt, int explained, Sha256 contentHash)
            implements SystemBalanceEvent {}

    /** What is out of tolerance is accepted; it stands for these figures and explanations, in later attempts too. */
    record ImbalanceAccepted(BalanceId balance, CloseId closeId, int explained, Sha256 contentHash, PersonId by)
            implements SystemBalanceEvent {}
}
