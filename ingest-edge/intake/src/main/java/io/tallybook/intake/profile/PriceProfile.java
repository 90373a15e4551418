package io.tallybook.intake.profile;

import io.tallybook.messages.SeriesId;
import io.tallybook.messages.price.PriceStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of daily prices per MMBtu.
 *
 * @param currency ISO 4217
 * @param status of every price, unless {@code statusField} names a column whose words {@code statuses} maps
 * @param blankWithdraws whether a day without a price withdraws a price published before; otherwise it is absent
 */
public record PriceProfile(
        String name,
        FileFormat format,
        SeriesId series,
        String dayField,
        TimeRule day,
        String priceField,
        Numbers numbers,
        String currency,
        PriceStatus status,
        @Nullable String statusField,
        Map<String, PriceStatus> statuses,
        NullRule nulls,
        boolean blankWithdraws)
        implements Profile {
    public PriceProfile {
        statuses = Map.copyOf(statuses);
    }
}
