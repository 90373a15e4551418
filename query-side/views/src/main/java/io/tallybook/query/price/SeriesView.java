package io.tallybook.query.price;

import io.tallybook.messages.SeriesId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A price series; {@code first} and {@code last} are null while it has no price. */
public record SeriesView(
        SeriesId series,
        String name,
        String currency,
        int days,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        long position) {}
