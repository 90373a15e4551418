package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseTerms;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The terms of a calendar by the period they begin with; a period that is opened keeps those it was opened under. */
final class TermsInForce {
    private final TreeMap<AccountingPeriod, CloseTerms> terms = new TreeMap<>();

    /** @param lastOpened the latest period that is or was open; null while none was */
    void set(SetCloseTerms order, @Nullable AccountingPeriod lastOpened) {
        CloseTerms wanted = order.terms();
        AccountingPeriod from = wanted.effectiveFrom();
        if (wanted.equals(terms.get(from))) {
            return;
        }
        Refused.when(
                lastOpened != null && from.compareTo(lastOpened) <= 0,
                "terms-are-pinned",
                "The period " + lastOpened + " is opened under its terms: others begin with a later one.",
                Map.of("lastOpened", String.valueOf(lastOpened)));
        apply(new CloseTermsSet(order.group(), wanted, order.by()));
    }

    /** Those that hold for a period; null where nobody has set any. */
    @Nullable CloseTerms of(AccountingPeriod period) {
        Map.Entry<AccountingPeriod, CloseTerms> known = terms.floorEntry(period);
        return known == null ? null : known.getValue();
    }

    void remember(CloseTermsSet event) {
        terms.put(event.terms().effectiveFrom(), event.terms());
    }
}
