package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a CloseCalendar: the hard-lock date of a close group and the chain of lock hashes. */
public sealed interface CloseCalendarCommand extends Command {
    CloseGroup group();

    /** Starts the calendar with an explicit opening balance; once. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    record OpenCalendar(
            @TargetAggregateIdentifier CloseGroup group,
            NetworkId network,
            AccountingPeriod firstPeriod,
            ZoneId zone,
            Energy openingStorage,
            Energy openingImbalance,
            boolean demo,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}

    /** Opens the next period; refused when an earlier one is not locked, or this one is skipped, locked or open. */
    @SentBy(Role.ACCOUNTANT)
    record OpenPeriod(@TargetAggregateIdentifier CloseGroup group, AccountingPeriod period, PersonId by, Instant at)
            implements CloseCalendarCommand {}

    /** Locks the period for good; refused unless it is the next to lock. The same hash again is unchanged. */
    @SentBy(Role.PROCESS)
    record SealPeriod(
            @TargetAggregateIdentifier CloseGroup group,
            AccountingPeriod period,
            Sha256 lockHash,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}
}
