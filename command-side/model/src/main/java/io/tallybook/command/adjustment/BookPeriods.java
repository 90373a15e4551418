package io.tallybook.command.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Refused;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookPeriodNoted;
import io.tallybook.messages.adjustment.AdjustmentRules;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which period the group books in now, and the rules that hold in it. */
final class BookPeriods {
    private final TreeMap<AccountingPeriod, AdjustmentRules> rules = new TreeMap<>();
    private @Nullable BookPeriodNoted latest;

    void note(BookPeriodNoted event) {
        latest = event;
    }

    void set(AdjustmentRules of) {
        rules.put(of.effectiveFrom(), of);
    }

    boolean isNoted(AccountingPeriod period, boolean open) {
        BookPeriodNoted known = latest;
        return known != null
                && (known.period().compareTo(period) > 0
                        || (known.period().equals(period) && (known.open() == open || !known.open())));
    }

    boolean isSet(AdjustmentRules of) {
        return of.equals(rules.get(of.effectiveFrom()));
    }

    /** The open period; null between a lock and the next opening. */
    @Nullable AccountingPeriod open() {
        return latest != null && latest.open() ? latest.period() : null;
    }

    /**
     * The period ages are counted to: the open one, or the one that opens next.
     *
     * @throws Refused while the group has no period
     */
    AccountingPeriod now() {
        if (latest == null) {
            throw new Refused("no-period", "The close group has not opened a period yet.");
        }
        return latest.open() ? latest.period() : latest.period().next();
    }

    AdjustmentRules rules() {
        return rules.isEmpty() || rules.floorEntry(now()) == null
                ? AdjustmentRules.standard()
                : Objects.requireNonNull(rules.floorEntry(now())).getValue();
    }

    /** Months the production month lies behind the period of the books: by periods, not by the clock. */
    long age(AccountingPeriod production) {
        return ChronoUnit.MONTHS.between(production.month(), now().month());
    }
}
