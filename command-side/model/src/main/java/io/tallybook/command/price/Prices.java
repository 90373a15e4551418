package io.tallybook.command.price;

import io.tallybook.command.People;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.messages.price.PriceStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest price of every day. */
final class Prices {
    private final TreeMap<LocalDate, Latest> byDay = new TreeMap<>();

    /** A null price was withdrawn. */
    private record Latest(
            @Nullable Price price,
            PriceStatus status,
            int version,
            @Nullable PersonId by) {
        boolean says(PriceEntry entry) {
            return Objects.equals(price, entry.price()) && (price == null || status == entry.status());
        }

        List<PersonId> recorders() {
            return by == null ? List.of() : List.of(by);
        }
    }

    /** What the entries, one per day, change. */
    List<RecordedPrice> news(Collection<PriceEntry> entries) {
        List<RecordedPrice> news = new ArrayList<>();
        for (PriceEntry entry : entries) {
            Latest latest = byDay.getOrDefault(entry.day(), new Latest(null, entry.status(), 0, null));
            if (!latest.says(entry)) {
                news.add(new RecordedPrice(
                        entry.day(), entry.price(), entry.status(), latest.version() + 1, entry.line(), entry.raw()));
            }
        }
        return news;
    }

    /** The pin with the prices as they are now. */
    PricesPinned pinned(PricesPinned pin) {
        Window window = Window.of(pin);
        var days = byDay.subMap(window.first(), true, window.last(), true);
        int version = 1 + days.values().stream().mapToInt(Latest::version).sum();
        List<DailyPrice> published = new ArrayList<>();
        days.forEach((day, latest) -> {
            if (latest.price() != null) {
                published.add(new DailyPrice(day, latest.price(), latest.status(), latest.version()));
            }
        });
        return new PricesPinned(
                pin.series(),
                pin.closeId(),
                pin.attempt(),
                pin.shippers(),
                pin.lookbackDays(),
                version,
                List.copyOf(published),
                People.union(days.values().stream().map(Latest::recorders)));
    }

    void remember(List<RecordedPrice> prices, PersonId by) {
        prices.forEach(price -> byDay.put(price.day(), new Latest(price.price(), price.status(), price.version(), by)));
    }
}
