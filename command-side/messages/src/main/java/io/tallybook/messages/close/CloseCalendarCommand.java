package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a CloseCalendar: the hard-lock date of a close group and the chain of lock hashes. */
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

    /** How many holidays a year has at most. */
    int MOST_HOLIDAYS = 64;

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
