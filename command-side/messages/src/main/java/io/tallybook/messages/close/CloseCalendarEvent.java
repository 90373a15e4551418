package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a CloseCalendar. */
public sealed interface CloseCalendarEvent extends Event {
    CloseGroup group();

    /** No open imbalances are null. */
    record CalendarOpened(
            CloseGroup group,
            NetworkId network,
            AccountingPeriod firstPeriod,
            ZoneId zone,
            Energy openingStorage,
            Energy openingImbalance,
            boolean demo,
            String reason,
            PersonId by,
            @Nullable List<OpenImbalance> openImbalances)
            implements CloseCalendarEvent {}

    /**
     * {@code dueFrom} is what due dates count from: the period's end, in a demo calendar the opening itself; {@code demo} is
     * the calendar's own mark. {@code holidays} are those its due dates may meet, null for none.
     */
    record PeriodOpened(
            CloseGroup group,
            NetworkId network,
            AccountingPeriod period,
            ZoneId zone,
            Instant dueFrom,
            boolean demo,
            @Nullable Sha256 previousLockHash,
            PersonId by,
            @Nullable List<LocalDate> holidays)
            implements CloseCalendarEvent {}

    record HolidaysSet(CloseGroup group, int year, List<Holiday> holidays, PersonId by) implements CloseCalendarEvent {}

    /**
     * {@code chainHash} = SHA-256 of the lines {@code previous chain hash}, {@code period}, {@code lock hash}, in this order,
     * each ended by a line feed. The first hangs on the SHA-256 of the one line {@code opening|<group>|<first period>|<opening
     * storage kWh>|<opening imbalance kWh>}.
     */
    record PeriodLocked(CloseGroup group, AccountingPeriod period, Sha256 lockHash, Sha256 chainHash, PersonId by)
            implements CloseCalendarEvent {}
}
