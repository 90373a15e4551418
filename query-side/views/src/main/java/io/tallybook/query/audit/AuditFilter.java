package io.tallybook.query.audit;

import io.tallybook.messages.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events; null leaves a field open.
 *
 * @param stream exactly this stream
 * @param type logical name, such as {@code metering.quantities-recorded}
 * @param from events at or after this time
 * @param to events before this time
 * @param fromPosition events at or after this position
 * @param toPosition events before this position
 */
public record AuditFilter(
        @Nullable String stream,
        @Nullable String type,
        @Nullable UserId user,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long fromPosition,
        @Nullable Long toPosition) {
    public static AuditFilter ofStream(String stream) {
        return new AuditFilter(stream, null, null, null, null, null, null);
    }
}
