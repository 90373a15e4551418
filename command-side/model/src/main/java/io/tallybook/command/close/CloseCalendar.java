package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.DeclineReopen;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.CloseCalendarCommand.NoteAdjusted;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.RaiseHardLock;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseCalendarCommand.SetHolidays;
import io.tallybook.messages.close.CloseCalendarCommand.TakeBackPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.CalendarOpened;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.HolidaysSet;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodAdjusted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodTakenBack;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenDeclined;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.messages.erp.ErpPeriodState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the periods of a close group open and lock, and the chain of their lock hashes: N locks here after N−1 or
 * after the explicit opening balance. A little long: what reopening and the hard lock ask of it is decided in {@link Reopening},
 * soft locks in {@link SoftLocks}, what is material in {@link TermsInForce}, but each order and event has its handler here.
 */
public final class CloseCalendar {
    @AggregateIdentifier
    private @Nullable CloseGroup id;

    private @Nullable CalendarOpened calendar;
    private @Nullable AccountingPeriod open;
    // of the period that is open or was last: the same period may be opened more than once
    private int openings;
    private final TreeMap<Integer, HolidaysSet> holidays = new TreeMap<>();
    private final TreeMap<AccountingPeriod, PeriodLocked> locked = new TreeMap<>();
    private final TermsInForce terms = new TermsInForce();
    private final Reopening reopening = new Reopening();
    private final SoftLocks softLocks = new SoftLocks();
    private @Nullable Sha256 lastLink;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void openCalendar(OpenCalendar order) {
        if (calendar == null) {
            checkTied(order);
            apply(opened(order, order.reason(), order.by()));
            return;
        }
        Refused.when(
                !calendar.equals(opened(order, calendar.reason(), calendar.by())),
                "calendar-is-open",
                "The calendar is open already, from another period or with another opening balance.");
    }

    /** An opening imbalance that nobody owes or is owed would never be settled. */
    private static void checkTied(OpenCalendar order) {
        Energy owed = order.openImbalances().stream().map(OpenImbalance::energy).reduce(Energy.ZERO, Energy::plus);
        Refused.when(
                owed.compareTo(order.openingImbalance()) != 0,
                "opening-not-tied",
                "The open imbalances add up to " + owed + ", the opening imbalance is " + order.openingImbalance()
                        + ".",
                Map.of("openImbalances", owed.kwh().toPlainString()));
    }

    private static CalendarOpened opened(OpenCalendar order, String reason, PersonId by) {
        return new CalendarOpened(
                order.group(),
                order.network(),
                order.firstPeriod(),
                order.zone(),
                order.openingStorage(),
                order.openingImbalance(),
                order.demo(),
                reason,
                by,
                order.openImbalances().isEmpty() ? null : order.openImbalances());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void openPeriod(OpenPeriod order) {
        CalendarOpened here = Refused.unlessFound(calendar, order.group());
        AccountingPeriod period = order.period();
        if (period.equals(open)) {
            return;
        }
        Refused.when(
                period.compareTo(here.firstPeriod()) < 0,
                "period-before-calendar",
                "The calendar starts at " + here.firstPeriod() + ".");
        Refused.when(locked.containsKey(period), "period-is-locked", "The period " + period + " is locked.");
        refuseWhileReopened();
        AccountingPeriod next = nextToLock(here);
        Refused.when(
                open != null || !period.equals(next),
                "previous-period-not-locked",
                "The period " + next + " is the next to lock.",
                Map.of("nextToLock", next.value()));
        Instant dueFrom = here.demo() ? order.at() : end(here, period);
        List<LocalDate> met = CloseTemplate.within(dueFrom, here.zone(), holidays());
        apply(new PeriodOpened(
                here.group(),
                here.network(),
                period,
                here.zone(),
                dueFrom,
                here.demo(),
                locked.isEmpty() ? null : locked.lastEntry().getValue().lockHash(),
                order.by(),
                met.isEmpty() ? null : met,
                terms.of(period)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void takeBack(TakeBackPeriod order) {
        Refused.unlessFound(calendar, order.group());
        if (order.period().equals(open) && order.opening() == openings) {
            apply(new PeriodTakenBack(order.group(), order.period(), order.opening(), order.by()));
        }
    }

    /** A period that is open keeps the due dates it was opened with. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void setHolidays(SetHolidays order) {
        CalendarOpened here = Refused.unlessFound(calendar, order.group());
        HolidaysSet known = holidays.get(order.year());
        if (known == null ? !order.holidays().isEmpty() : !known.holidays().equals(order.holidays())) {
            apply(new HolidaysSet(here.group(), order.year(), order.holidays(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void setTerms(SetCloseTerms order) {
        Refused.unlessFound(calendar, order.group());
        terms.set(order, open == null ? lastLocked() : open);
    }

    private List<LocalDate> holidays() {
        return holidays.values().stream()
                .flatMap(year -> year.holidays().stream())
                .map(Holiday::date)
                .toList();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void seal(SealPeriod order) {
        CalendarOpened here = Refused.unlessFound(calendar, order.group());
        PeriodLocked known = locked.get(order.period());
        if (!order.period().equals(reopening.reopened())) {
            Refused.when(
                    known != null && !known.lockHash().equals(order.lockHash()),
                    "period-is-locked",
                    "The period is locked with another hash.");
            if (known != null) {
                return;
            }
            Refused.when(!order.period().equals(open), "period-not-open", "The period is not the open one.");
            refuseWhileReopened();
        }
        Sha256 chainHash = chain(previousChainHash(here), order.period(), order.lockHash());
        apply(new PeriodLocked(order.group(), order.period(), order.lockHash(), chainHash, order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void request(RequestReopen order) {
        Refused.unlessFound(calendar, order.group());
        reopening.request(order, lastLocked(), terms.of(order.period()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveReopen order) {
        Refused.unlessFound(calendar, order.group());
        Refused.when(
                order.erp() == ErpPeriodState.CLOSED,
                "erp-period-closed",
                "The ERP says that its period is closed: decline the reopening; what differs is adjusted in the open period.");
        Refused.when(
                order.erp() == null && !order.erpPeriodIsOpen(),
                "erp-period-closed",
                "The ERP no longer posts to the period: what differs is adjusted in the open one.");
        reopenWhenAgreed(order.period(), reopening.approve(order), order.at());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void consent(ConsentToReopen order) {
        Refused.unlessFound(calendar, order.group());
        reopenWhenAgreed(order.period(), reopening.consent(order), order.at());
    }

    private void reopenWhenAgreed(AccountingPeriod period, boolean agreed, Instant at) {
        CalendarOpened here = calendar;
        PeriodLocked known = locked.get(period);
        if (!agreed || here == null || known == null) {
            return;
        }
        ReopenRequested request = reopening.waiting(period);
        List<LocalDate> met = CloseTemplate.within(at, here.zone(), holidays());
        apply(new PeriodReopened(
                here.group(),
                here.network(),
                period,
                request.revision(),
                here.zone(),
                known.lockHash(),
                open,
                request.reason(),
                request.by(),
                reopening.agreed(),
                met.isEmpty() ? null : met));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decline(DeclineReopen order) {
        Refused.unlessFound(calendar, order.group());
        reopening.decline(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void raise(RaiseHardLock order) {
        Refused.unlessFound(calendar, order.group());
        reopening.raise(order, lastLocked());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteAdjusted order) {
        Refused.unlessFound(calendar, order.group());
        if (!reopening.isAdjusted(order.period())) {
            apply(new PeriodAdjusted(order.group(), order.period()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void move(MoveSoftLocks order) {
        Refused.unlessFound(calendar, order.group());
        softLocks.move(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void grant(GrantLockException order) {
        Refused.unlessFound(calendar, order.group());
        softLocks.grant(order);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(EndLockException order) {
        Refused.unlessFound(calendar, order.group());
        softLocks.end(order);
    }

    private void refuseWhileReopened() {
        AccountingPeriod again = reopening.reopened();
        Refused.when(
                again != null, "previous-period-not-locked", "The period " + again + " is open again: it locks first.");
    }

    private @Nullable AccountingPeriod lastLocked() {
        return locked.isEmpty() ? null : locked.lastKey();
    }

    private AccountingPeriod nextToLock(CalendarOpened here) {
        return locked.isEmpty() ? here.firstPeriod() : locked.lastKey().next();
    }

    /** The calendar has only a zone: a period ends at the local midnight that begins the next month. */
    private static Instant end(CalendarOpened here, AccountingPeriod period) {
        return period.next().firstDay().date().atStartOfDay(here.zone()).toInstant();
    }

    /** The first link hangs on the opening balance; a period that locks anew hangs on the link that is last by then. */
    private Sha256 previousChainHash(CalendarOpened here) {
        return lastLink == null
                ? Sha256.of(String.join(
                                "|",
                                "opening",
                                here.group().value(),
                                here.firstPeriod().value(),
                                here.openingStorage().kwh().toPlainString(),
                                here.openingImbalance().kwh().toPlainString())
                        + "\n")
                : lastLink;
    }

    /** In this order, unlike canonical lines: a chain runs one way. */
    static Sha256 chain(Sha256 previous, AccountingPeriod period, Sha256 lockHash) {
        return Sha256.of(previous + "\n" + period + "\n" + lockHash + "\n");
    }

    @EventSourcingHandler
    void on(CalendarOpened event) {
        id = event.group();
        calendar = event;
    }

    @EventSourcingHandler
    void on(HolidaysSet event) {
        holidays.put(event.year(), event);
    }

    @EventSourcingHandler
    void on(CloseTermsSet event) {
        terms.remember(event);
    }

    @EventSourcingHandler
    void on(PeriodOpened event) {
        open = event.period();
        openings++;
    }

    @EventSourcingHandler
    void on(PeriodTakenBack event) {
        open = null;
    }

    @EventSourcingHandler
    void on(PeriodLocked event) {
        if (event.period().equals(open)) {
            open = null;
        }
        locked.put(event.period(), event);
        openings = 0;
        lastLink = event.chainHash();
        reopening.locked(event.period());
    }

    @EventSourcingHandler
    void on(ReopenRequested event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(ReopenApproved event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(ReopenDeclined event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(PeriodReopened event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(PeriodAdjusted event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(HardLockRaised event) {
        reopening.remember(event);
    }

    @EventSourcingHandler
    void on(SoftLockMoved event) {
        softLocks.remember(event);
    }

    @EventSourcingHandler
    void on(LockExceptionGranted event) {
        softLocks.remember(event);
    }

    @EventSourcingHandler
    void on(LockExceptionEnded event) {
        softLocks.remember(event);
    }
}
