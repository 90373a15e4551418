package io.tallybook.intake.profile;

import io.tallybook.messages.GasDay;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a row says about its time. */
public sealed interface Moment {
    /** A whole gas day; {@code start} is when it starts by the file, null when the file leaves that to the point. */
    record OfDay(GasDay day, @Nullable Instant start) implements Moment {}

    /** The beginning of an interval. */
    record At(Instant start) implements Moment {}

    /**
     * A local time that does not name one instant.
     *
     * @param first the earlier of the two instants of an ambiguous time; null for a time the clock skipped
     */
    record Unclear(LocalDateTime local, @Nullable Instant first, String sentence) implements Moment {}
}
