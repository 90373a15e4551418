package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.erp.ErpPeriodState;
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
     * the calendar's own mark. {@code holidays} are those its due dates may meet, null for none. {@code terms} are those the
     * period is closed under, null for the standard ones.
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
            @Nullable List<LocalDate> holidays,
            @Nullable CloseTerms terms)
            implements CloseCalendarEvent {
        /** Under the standard terms. */
        public PeriodOpened(
                CloseGroup group,
                NetworkId network,
                AccountingPeriod period,
                ZoneId zone,
                Instant dueFrom,
                boolean demo,
                @Nullable Sha256 previousLockHash,
                PersonId by,
                @Nullable List<LocalDate> holidays) {
            this(group, network, period, zone, dueFrom, demo, previousLockHash, by, holidays, null);
        }
    }

    record CloseTermsSet(CloseGroup group, CloseTerms terms, PersonId by) implements CloseCalendarEvent {}

    /** The opening of that number, counted from 1 in this period, was a mistake. */
    record PeriodTakenBack(CloseGroup group, AccountingPeriod period, int opening, PersonId by)
            implements CloseCalendarEvent {}

    record HolidaysSet(CloseGroup group, int year, List<Holiday> holidays, PersonId by) implements CloseCalendarEvent {}

    /**
     * {@code chainHash} = SHA-256 of the lines {@code previous chain hash}, {@code period}, {@code lock hash}, in this order,
     * each ended by a line feed. The first hangs on the SHA-256 of the one line {@code opening|<group>|<first period>|<opening
     * storage kWh>|<opening imbalance kWh>}.
     */
    record PeriodLocked(CloseGroup group, AccountingPeriod period, Sha256 lockHash, Sha256 chainHash, PersonId by)
            implements CloseCalendarEvent {}

    /**
     * Somebody asks for a locked period to be opened again; {@code revision} is the one it would become. {@code voices} are
     * those it takes; null for the controller's and measurement's.
     */
    record ReopenRequested(
            CloseGroup group,
            AccountingPeriod period,
            int revision,
            ReopenGround ground,
            @Nullable Money effect,
            String reason,
            PersonId by,
            @Nullable List<ReopenVoice> voices)
            implements CloseCalendarEvent {
        /** Of an effect for which the controller's and measurement's words are enough. */
        public ReopenRequested(
                CloseGroup group,
                AccountingPeriod period,
                int revision,
                ReopenGround ground,
                @Nullable Money effect,
                String reason,
                PersonId by) {
            this(group, period, revision, ground, effect, reason, by, null);
        }
    }

    /**
     * @param limit that of the approver's grant; null for none and for measurement's word
     * @param erp what the ERP said of its period; null where the person vouched for it, and for measurement's word
     */
    record ReopenApproved(
            CloseGroup group,
            AccountingPeriod period,
            int revision,
            ReopenVoice voice,
            PersonId by,
            @Nullable Money limit,
            @Nullable ErpPeriodState erp)
            implements CloseCalendarEvent {
        public ReopenApproved(CloseGroup group, AccountingPeriod period, int revision, ReopenVoice voice, PersonId by) {
            this(group, period, revision, voice, by, null, null);
        }
    }

    record ReopenDeclined(CloseGroup group, AccountingPeriod period, int revision, String reason, PersonId by)
            implements CloseCalendarEvent {}

    /**
     * Both have agreed: the period is open again, and stays so until it locks anew.
     *
     * @param undone the hash it was locked with
     * @param next the period after it when that is open, which may not be approved before this one locks again
     * @param holidays those its due dates may meet, counted from the reopening; null for none
     */
    record PeriodReopened(
            CloseGroup group,
            NetworkId network,
            AccountingPeriod period,
            int revision,
            ZoneId zone,
            Sha256 undone,
            @Nullable AccountingPeriod next,
            String reason,
            PersonId by,
            List<PersonId> agreed,
            @Nullable List<LocalDate> holidays)
            implements CloseCalendarEvent {}

    /** Nothing of this period or before it is ever opened again. */
    record HardLockRaised(CloseGroup group, AccountingPeriod through, String reason, PersonId by)
            implements CloseCalendarEvent {}

    /** People's orders of the area that touch a gas day up to {@code to} are refused from now on; null for none. */
    record SoftLockMoved(
            CloseGroup group,
            LockArea area,
            @Nullable GasDay from,
            @Nullable GasDay to,
            String reason,
            PersonId by) implements CloseCalendarEvent {}

    /**
     * A person, or with null everybody, may work behind the area's soft lock until then; time alone ends it.
     *
     * @param number counts the exceptions of the calendar, from 1
     */
    record LockExceptionGranted(
            CloseGroup group,
            int number,
            LockArea area,
            @Nullable PersonId person,
            Instant until,
            String reason,
            PersonId by)
            implements CloseCalendarEvent {}

    /** Ended by a person before its time. */
    record LockExceptionEnded(CloseGroup group, int number, String reason, PersonId by) implements CloseCalendarEvent {}

    /** From now on the period is corrected by adjustments only. */
    record PeriodAdjusted(CloseGroup group, AccountingPeriod period) implements CloseCalendarEvent {}
}
