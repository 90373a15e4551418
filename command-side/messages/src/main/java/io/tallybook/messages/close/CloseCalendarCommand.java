package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.erp.ErpPeriodState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a CloseCalendar: the lock dates of a close group and the chain of lock hashes. */
public sealed interface CloseCalendarCommand extends Command {
    CloseGroup group();

    /**
     * Starts the calendar with an explicit opening balance; once.
     *
     * @param openImbalances what the opening imbalance is made of, ≤ {@value #MOST_OPEN_IMBALANCES}; its sum is the opening
     *     imbalance to the last digit, or the calendar is refused
     */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record OpenCalendar(
            @TargetAggregateIdentifier CloseGroup group,
            NetworkId network,
            AccountingPeriod firstPeriod,
            ZoneId zone,
            Energy openingStorage,
            Energy openingImbalance,
            List<OpenImbalance> openImbalances,
            boolean demo,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {
        public OpenCalendar {
            openImbalances = List.copyOf(openImbalances);
            Invalid.unless(
                    openImbalances.size() <= MOST_OPEN_IMBALANCES,
                    "books begin with at most " + MOST_OPEN_IMBALANCES + " open imbalances");
            Invalid.unless(
                    openImbalances.stream()
                                    .map(open -> open.contract() + "|" + open.point())
                                    .distinct()
                                    .count()
                            == openImbalances.size(),
                    "an open imbalance is named once per contract and point");
        }
    }

    /** How many open imbalances books begin with at most: they are one event. */
    int MOST_OPEN_IMBALANCES = 256;

    /**
     * Says which days of a year are holidays, ≤ {@value #MOST_HOLIDAYS}, in place of what was said of it before. Periods opened
     * from now on count their due dates by it.
     */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetHolidays(
            @TargetAggregateIdentifier CloseGroup group, int year, List<Holiday> holidays, PersonId by, Instant at)
            implements CloseCalendarCommand {
        public SetHolidays {
            holidays = List.copyOf(holidays);
            Invalid.unless(
                    holidays.size() <= MOST_HOLIDAYS,
                    "a year has at most " + MOST_HOLIDAYS + " holidays of a calendar");
            Invalid.unless(
                    holidays.stream().map(Holiday::date).distinct().count() == holidays.size(),
                    "a holiday is named once");
            Invalid.unless(
                    holidays.stream().allMatch(holiday -> holiday.date().getYear() == year),
                    "the holidays of a year lie in it");
        }
    }

    /** Says what is material and when lateness is told further up, from a period on that is not opened yet. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetCloseTerms(@TargetAggregateIdentifier CloseGroup group, CloseTerms terms, PersonId by, Instant at)
            implements CloseCalendarCommand {}

    /** How many holidays a year has at most. */
    int MOST_HOLIDAYS = 64;

    /** Opens the next period; refused when an earlier one is not locked, or this one is skipped, locked or open. */
    @SentBy(Role.ACCOUNTANT)
    record OpenPeriod(@TargetAggregateIdentifier CloseGroup group, AccountingPeriod period, PersonId by, Instant at)
            implements CloseCalendarCommand {}

    /** The close has cancelled its {@code opening}, counted from 1: the period is not open any more, and may be opened again. */
    @SentBy(Role.PROCESS)
    record TakeBackPeriod(
            @TargetAggregateIdentifier CloseGroup group, AccountingPeriod period, int opening, PersonId by, Instant at)
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

    /**
     * Asks for the last locked period to be opened again. Refused below the hard lock, while another period waits for an
     * answer, and for a cause that an adjustment serves.
     *
     * @param effect what it is about, in absolute money; material by the period's terms unless a regulator ordered it
     */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER, Role.APPROVER})
    record RequestReopen(
            @TargetAggregateIdentifier CloseGroup group,
            AccountingPeriod period,
            ReopenGround ground,
            @Nullable Money effect,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}

    /**
     * The controller's word, for the books; from the amount on that the terms name a second approver's after it.
     *
     * @param erpPeriodIsOpen the person's word that the ERP still takes postings for the period; counts where the ERP says nothing
     * @param erp what the ERP itself says of the period the journal is booked in; refused when it is closed; null where nothing is
     *     known
     * @param limit up to which effect the person may approve; null for any. One of the approvers' must reach it.
     */
    @SentBy(Role.APPROVER)
    record ApproveReopen(
            @TargetAggregateIdentifier CloseGroup group,
            AccountingPeriod period,
            boolean erpPeriodIsOpen,
            @Nullable ErpPeriodState erp,
            @Nullable Money limit,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {
        /** While nothing is known of the ERP's period but the person's word. */
        public ApproveReopen(
                CloseGroup group,
                AccountingPeriod period,
                boolean erpPeriodIsOpen,
                @Nullable Money limit,
                PersonId by,
                Instant at) {
            this(group, period, erpPeriodIsOpen, null, limit, by, at);
        }

        /** By somebody whose grant names no limit. */
        public ApproveReopen(
                CloseGroup group, AccountingPeriod period, boolean erpPeriodIsOpen, PersonId by, Instant at) {
            this(group, period, erpPeriodIsOpen, null, null, by, at);
        }
    }

    /** The measurement manager's word, for the figures. */
    @SentBy(Role.ENGINEER)
    record ConsentToReopen(
            @TargetAggregateIdentifier CloseGroup group, AccountingPeriod period, PersonId by, Instant at)
            implements CloseCalendarCommand {}

    /** Either of them says no, or whoever asked takes it back. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER, Role.APPROVER})
    record DeclineReopen(
            @TargetAggregateIdentifier CloseGroup group,
            AccountingPeriod period,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}

    /** Moves the hard lock forward over locked periods; nobody ever moves it back. */
    @SentBy(Role.APPROVER)
    record RaiseHardLock(
            @TargetAggregateIdentifier CloseGroup group,
            AccountingPeriod through,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}

    /**
     * Says through which gas day each area of work is soft-locked, all four at once: an area not named is not locked. Up and
     * down, as the close goes; only what differs is recorded, the same again is unchanged.
     */
    @SentBy(Role.APPROVER)
    record MoveSoftLocks(
            @TargetAggregateIdentifier CloseGroup group,
            Map<LockArea, GasDay> through,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {
        public MoveSoftLocks {
            through = Map.copyOf(through);
        }
    }

    /**
     * Lets one person, or everybody, work behind the soft lock of an area for a while; nobody makes one for themselves. The
     * same again while it runs is unchanged.
     *
     * @param person null for everybody
     * @param minutes 1 to {@value #MOST_EXCEPTION_MINUTES}, from {@code at} on
     */
    @SentBy(Role.APPROVER)
    record GrantLockException(
            @TargetAggregateIdentifier CloseGroup group,
            LockArea area,
            @Nullable PersonId person,
            int minutes,
            String reason,
            PersonId by,
            Instant at)
            implements CloseCalendarCommand {}

    /** How long an exception from a soft lock runs at most: seven days. */
    int MOST_EXCEPTION_MINUTES = 7 * 24 * 60;

    /** How many exceptions of a close group run at a time at most. */
    int MOST_EXCEPTIONS = 64;

    /** Ends an exception before its time; one that has ended is unchanged. */
    @SentBy(Role.APPROVER)
    record EndLockException(
            @TargetAggregateIdentifier CloseGroup group, int number, String reason, PersonId by, Instant at)
            implements CloseCalendarCommand {}

    /** An adjustment of the locked period is approved: it does not open again, or it would be corrected twice. */
    @SentBy(Role.PROCESS)
    record NoteAdjusted(@TargetAggregateIdentifier CloseGroup group, AccountingPeriod period, Instant at)
            implements CloseCalendarCommand {}
}
