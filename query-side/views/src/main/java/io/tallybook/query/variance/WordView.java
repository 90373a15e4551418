package io.tallybook.query.variance;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.variance.VarianceDriver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or decided of a line.
 *
 * @param by null where the figures themselves flagged or cleared it
 */
public record WordView(
        Deed deed,
        @Nullable VarianceDriver driver,
        @Nullable String text,
        @Nullable PersonId by,
        Instant at,
        long position) {
    /** What kind of word it is. */
    public enum Deed {
        FLAGGED,
        CLEARED,
        EXPLAINED,
        APPROVED,
        SENT_BACK
    }
}
