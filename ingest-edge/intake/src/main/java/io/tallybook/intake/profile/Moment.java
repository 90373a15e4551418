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

    /** The end of an interval: which one begins where is the point's to say. */
    record Until(Instant end) implements Moment {}

    /**
     * A local time that does not name one instant.
     *
     * @param first the earlier of the two instants of an ambiguous time; null for a time the clock skipped
     * @param ends whether it ends an interval, rather than begins it
     */
    record Unclear(LocalDateTime local, @Nullable Instant first, boolean ends, String sentence) implements Moment {}
}
