package io.tallybook.query.price;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.price.PriceStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a day's price.
 *
 * @param price null when this version withdrew it
 * @param latest whether it is the day's last version
 * @param raw the row as read
 */
public record PriceView(
        SeriesId series,
        LocalDate day,
        @Nullable Price price,
        PriceStatus status,
        int version,
        boolean latest,
        Source source,
        int line,
        String raw,
        PersonId by,
        Instant recordedAt,
        long position) {}
