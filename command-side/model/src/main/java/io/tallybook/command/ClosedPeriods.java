package io.tallybook.command;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to which period closes are approved, as an aggregate was told: a configuration change effective there is refused unless
 * it goes through an adjustment (domain/close.md, ADR 8). Periods close in order, so the last one says it all.
 */
public final class ClosedPeriods {
    private @Nullable AccountingPeriod last;
    private @Nullable AccountingPeriod reopened;
    private int revision;

    public boolean include(AccountingPeriod period) {
        return last != null && period.compareTo(last) <= 0;
    }

    /** @throws Refused when the period is closed */
    public void refuse(AccountingPeriod effectiveFrom) {
        if (last != null && effectiveFrom.compareTo(last) <= 0) {
            throw new Refused(
                    "period-is-closed",
                    "The period " + last + " is closed: a change takes effect from " + last.next() + " on.",
                    Map.of("closed", last.value(), "effectiveFrom", effectiveFrom.value()));
        }
    }

    /**
     * Whether an order to open the period again is news: not when it is open, nor when this revision has opened it before.
     *
     * @throws Refused when a later period is closed: periods open again from the last one only
     */
    public boolean opensAgain(AccountingPeriod period, int order) {
        if (!include(period) || order <= (period.equals(reopened) ? revision : 1)) {
            return false;
        }
        Refused.when(
                !period.equals(last),
                "later-period-closed",
                "The period " + last + " is closed too: only the last one opens again.");
        return true;
    }

    /** An event-sourcing handler's word. */
    public void remember(AccountingPeriod period) {
        if (!include(period)) {
            last = period;
        }
    }

    /** An event-sourcing handler's word: the period is open for that revision of its close. */
    public void reopen(AccountingPeriod period, int order) {
        last = period.previous();
        reopened = period;
        revision = order;
    }
}
