package io.tallybook.standards;

import org.jspecify.annotations.Nullable;

/**
 * What a record keeps of how a figure came to be.
 *
 * @param name as in {@code ./tallybook calc NAME}
 * @param title the standard and its edition
 * @param version of this class; a new one whenever the same inputs may give another figure
 * @param coefficientsSha256 64 hex digits over the bytes of its coefficient resources in their order; null where it has none
 */
public record Standard(
        String name, String title, String version, @Nullable String coefficientsSha256) {}
