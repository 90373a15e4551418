package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTemplate;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.OpenImbalance;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A close calendar: where it starts, what it opened with, its holidays and periods, oldest first.
 *
 * @param terms what is material and when lateness is told further up, by the period they begin with
 * @param hardLock nothing of it or before it is ever opened again; null while nothing is
 * @param softLocks of the areas that ever had one
 * @param lockExceptions who was let behind a soft lock, the newest first
 * @param reopenings every time it was asked to open a locked period again, oldest first
 */
public record CalendarView(
        CloseGroup group,
        NetworkId network,
        ZoneId zone,
        AccountingPeriod firstPeriod,
        Energy openingStorage,
        Energy openingImbalance,
        boolean demo,
        @Nullable AccountingPeriod hardLock,
        List<OpenImbalance> openImbalances,
        List<Holiday> holidays,
        List<CloseTerms> terms,
        List<PeriodView> periods,
        List<ReopeningView> reopenings,
        List<SoftLockView> softLocks,
        List<LockExceptionView> lockExceptions) {
    /** Those a period is closed under: what was set for it or before, else the standard ones. */
    public CloseTerms termsOf(AccountingPeriod period) {
        return terms.stream()
                .filter(each -> each.effectiveFrom().compareTo(period) <= 0)
                .reduce((_, later) -> later)
                .orElseGet(CloseTerms::standard);
    }

    /** What opens next: the first period, or the one after the last; empty while one is open. */
    public Optional<AccountingPeriod> nextToOpen() {
        return periods.stream().anyMatch(period -> period.status() != CloseStatus.LOCKED)
                ? Optional.empty()
                : Optional.of(
                        periods.isEmpty()
                                ? firstPeriod
                                : periods.getLast().period().next());
    }

    /**
     * By when the next period has to be open, and how far up it is known that it is not. Of one period only, however long ago;
     * of none in a demo, whose due dates count from the opening itself.
     */
    public Optional<NextOpening> opening(Instant now) {
        return demo ? Optional.empty() : nextToOpen().map(period -> opening(period, now));
    }

    private NextOpening opening(AccountingPeriod period, Instant now) {
        Instant end = period.next().firstDay().date().atStartOfDay(zone).toInstant();
        Instant due = CloseTemplate.due(
                CloseStep.OPEN, end, zone, holidays.stream().map(Holiday::date).toList());
        return new NextOpening(period, due, now.isBefore(due) ? null : Escalation.reached(due, now, termsOf(period)));
    }
}
