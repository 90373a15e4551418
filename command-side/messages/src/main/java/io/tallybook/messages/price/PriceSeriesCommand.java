package io.tallybook.messages.price;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a PriceSeries. */
public sealed interface PriceSeriesCommand extends Command {
    SeriesId series();

    @SentBy(Role.ENGINEER)
    @SecondPerson
    record EstablishPriceSeries(
            @TargetAggregateIdentifier SeriesId series, String name, String currency, PersonId by, Instant at)
            implements PriceSeriesCommand {}

    /** A price to record; null withdraws the day's price. {@code raw} is the row as read. */
    record PriceEntry(LocalDate day, @Nullable Price price, PriceStatus status, int line, String raw) {}

    /** Up to 400 prices; only new or changed ones are recorded, a repeat is unchanged. */
    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record RecordPrices(
            @TargetAggregateIdentifier SeriesId series, List<PriceEntry> prices, Source source, PersonId by, Instant at)
            implements PriceSeriesCommand {}

    /**
     * Asks for the month's prices and the {@code lookbackDays} before it; answered by {@code PricesPinned}, again when asked
     * again and again when one of them changes before the period is locked.
     */
    @SentBy(Role.PROCESS)
    record PinPrices(
            @TargetAggregateIdentifier SeriesId series,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            int lookbackDays,
            Instant at)
            implements PriceSeriesCommand {}

    /** The period is approved: later prices no longer touch this close. */
    @SentBy(Role.PROCESS)
    record UnpinPrices(@TargetAggregateIdentifier SeriesId series, CloseId closeId, Instant at)
            implements PriceSeriesCommand {}

    /** A locked month opens again: its prices are pinned anew. A revision opens it once. */
    @SentBy(Role.PROCESS)
    record ReopenPrices(@TargetAggregateIdentifier SeriesId series, CloseId closeId, int revision, Instant at)
            implements PriceSeriesCommand {}
}
