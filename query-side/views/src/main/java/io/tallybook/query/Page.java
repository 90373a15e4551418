package io.tallybook.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param next cursor of the next page, null on the last; opaque, stable under inserts
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** The only page there is. */
    public static <T> Page<T> of(List<T> rows) {
        return new Page<>(rows, null);
    }
}
