package io.tallybook.query.price;

import io.tallybook.messages.SeriesId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Prices. */
public interface PriceQueries {
    /** Every series by id; ≤ 256. */
    List<SeriesView> series();

    Optional<SeriesView> series(SeriesId series);

    /** The latest version of each day that has one, by day, both ends included; ≤ 1,000. */
    List<PriceView> prices(SeriesId series, LocalDate from, LocalDate to);

    /** Every version of one day, oldest first. */
    List<PriceView> versions(SeriesId series, LocalDate day);
}
