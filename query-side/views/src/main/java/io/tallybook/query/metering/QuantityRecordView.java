package io.tallybook.query.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of one record of a point, down to the raw row.
 *
 * @param end end of the interval, by the rule it was recorded under (a late one: by the rule in force); null for an unknown point
 * @param version from 1 per interval; 0 for a late record that changed nothing
 * @param previous the signed kWh it replaced or, for a late record, the latest known before it
 * @param eventId the event that holds it, at {@code position}
 */
public record QuantityRecordView(
        PointId point,
        GasDay day,
        Instant start,
        @Nullable Instant end,
        int version,
        RecordStanding standing,
        Quantity quantity,
        @Nullable Energy previous,
        Source source,
        PersonId by,
        Instant recordedAt,
        UUID eventId,
        long position) {
    QuantityRecordView replaced() {
        return new QuantityRecordView(
                point,
                day,
                start,
                end,
                version,
                RecordStanding.REPLACED,
                quantity,
                previous,
                source,
                by,
                recordedAt,
                eventId,
                position);
    }
}
