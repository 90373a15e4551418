package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.ReopeningView;
import io.tallybook.ui.access.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signed-in person can do to stop, delay or open a close again. The rules themselves are CloseCalendar's and
 * CloseCycle's: this only saves a person from a deed that would be refused.
 *
 * @param asked the request that waits for this month; null when nobody has asked
 * @param terms what is material for this month
 * @param before what was asked for it before
 */
record Undoing(
        boolean mayHold,
        boolean mayResume,
        boolean mayExtend,
        boolean mayCancel,
        boolean mayReopenCutoff,
        boolean mayRequest,
        boolean mayApprove,
        boolean mayConsent,
        boolean mayDecline,
        boolean mayRetry,
        @Nullable ReopeningView asked,
        CloseTerms terms,
        List<ReopeningView> before) {
    /** Of the terms' amounts; empty where nothing is set and they are of whatever currency the effect is in. */
    public String currency() {
        String currency = terms.reopenFrom().currency();
        return currency.equals(Money.NO_CURRENCY) ? "" : currency;
    }

    static Undoing of(CloseOverview close, CalendarView calendar, Account account) {
        boolean accountant = account.is(Role.ACCOUNTANT);
        boolean approver = account.is(Role.APPROVER);
        boolean locked = close.status() == CloseStatus.LOCKED;
        List<ReopeningView> all = calendar.reopenings().stream()
                .filter(r -> r.period().equals(close.closeId().period()))
                .toList();
        ReopeningView asked =
                all.stream().filter(ReopeningView::waits).findFirst().orElse(null);
        return new Undoing(
                !locked && close.hold() == null && (accountant || approver),
                close.hold() != null && !close.hold().by().equals(PersonId.HOUSE) && (accountant || approver),
                close.status() == CloseStatus.OPEN && !close.undoing() && accountant,
                close.status() == CloseStatus.OPEN && close.attempt() == 0 && close.hold() == null && accountant,
                close.status() == CloseStatus.RUNNING
                        && close.step(CloseStep.FREEZE).finishedAt() == null
                        && accountant,
                locked
                        && asked == null
                        && isLast(close, calendar)
                        && (accountant || approver || account.is(Role.ENGINEER)),
                approver && mayAgree(asked, account) && asked != null && asked.waitsForApprover(),
                account.is(Role.ENGINEER) && mayAgree(asked, account) && asked != null && asked.consentedBy() == null,
                asked != null && (accountant || approver || account.is(Role.ENGINEER)),
                close.undoing() && !close.blockers().isEmpty() && (accountant || approver),
                asked,
                calendar.termsOf(close.closeId().period()),
                all.stream().filter(r -> !r.waits()).toList());
    }

    /** Neither who asked nor who has given a word already. */
    private static boolean mayAgree(@Nullable ReopeningView asked, Account account) {
        return asked != null && !account.person().equals(asked.askedBy()) && !asked.hasWordOf(account.person());
    }

    /** Only the period locked last, and none behind the hard lock, opens again. */
    private static boolean isLast(CloseOverview close, CalendarView calendar) {
        AccountingPeriod period = close.closeId().period();
        boolean behind = calendar.hardLock() != null && period.compareTo(calendar.hardLock()) <= 0;
        boolean later = calendar.periods().stream()
                .anyMatch(p -> p.lockedAt() != null && p.period().compareTo(period) > 0);
        return !behind && !later;
    }
}
