package io.tallybook.command.price;

import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import java.time.LocalDate;
import java.util.List;

/** The days whose prices can value a month: the month itself and the days a contract may look back before it. */
record Window(LocalDate first, LocalDate last) {
    static final int LONGEST_LOOKBACK = 31;

    static Window of(PricesPinned pin) {
        var month = pin.closeId().period().month();
        return new Window(month.atDay(1).minusDays(pin.lookbackDays()), month.atEndOfMonth());
    }

    boolean holdsAny(List<RecordedPrice> prices) {
        return prices.stream().map(RecordedPrice::day).anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }
}
