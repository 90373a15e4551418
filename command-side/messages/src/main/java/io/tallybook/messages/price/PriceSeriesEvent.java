package io.tallybook.messages.price;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a PriceSeries. */
public sealed interface PriceSeriesEvent extends Event {
    SeriesId series();

    record PriceSeriesEstablished(SeriesId series, String name, String currency, PersonId by)
            implements PriceSeriesEvent {}

    /** A price that was new or changed; a null price withdraws the day's. */
    record RecordedPrice(LocalDate day, @Nullable Price price, PriceStatus status, int version, int line, String raw) {}

    record PricesRecorded(SeriesId series, List<RecordedPrice> prices, Source source, PersonId by)
            implements PriceSeriesEvent {}

    /**
     * The published prices of the lookback days and the month, in order; {@code version} is 1 + the changes of any of these
     * days' prices: it rises with each, and nothing else the series holds moves it. {@code contributors} recorded or withdrew
     * what stands of them.
     */
    record PricesPinned(
            SeriesId series,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            int lookbackDays,
            int version,
            List<DailyPrice> prices,
            List<PersonId> contributors)
            implements PriceSeriesEvent {}

    record PricesUnpinned(SeriesId series, CloseId closeId) implements PriceSeriesEvent {}

    /** Prices may be pinned for the close again, for this revision of it. */
    record PricesReopened(SeriesId series, CloseId closeId, int revision) implements PriceSeriesEvent {}
}
