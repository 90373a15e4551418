package io.tallybook.query.adjustment;

import io.tallybook.messages.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a package.
 *
 * @param deed a word such as {@code PREPARED}
 * @param by null when the house did it
 */
public record PackageDeed(
        String deed, String words, @Nullable PersonId by, Instant at, long position) {}
