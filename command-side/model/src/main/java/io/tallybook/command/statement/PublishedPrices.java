package io.tallybook.command.statement;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.statement.StatementEvent.StatementPricesAdded;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The pinned prices of one series, and which of them values a day. */
record PublishedPrices(int version, NavigableMap<LocalDate, DailyPrice> byDay, List<PersonId> contributors) {
    static PublishedPrices of(StatementPricesAdded event) {
        NavigableMap<LocalDate, DailyPrice> byDay = new TreeMap<>();
        event.prices().forEach(price -> byDay.put(price.day(), price));
        return new PublishedPrices(event.version(), byDay, event.contributors());
    }

    /**
     * The price of the day, or under {@code LAST_PUBLISHED} the last one published before it, back across the month's start.
     * The one that counts must be FINAL and in the contract's currency: a preliminary price blocks, it is not skipped for an
     * older final one.
     */
    Optional<DailyPrice> of(GasDay day, ContractTerms terms) {
        int reach = terms.rule() == NonPriceDayRule.LAST_PUBLISHED ? terms.lookbackDays() : 0;
        return Optional.ofNullable(byDay.floorEntry(day.date()))
                .map(Map.Entry::getValue)
                .filter(p -> ChronoUnit.DAYS.between(p.day(), day.date()) <= reach)
                .filter(p -> p.status() == PriceStatus.FINAL)
                .filter(p -> p.price().currency().equals(terms.currency()));
    }
}
