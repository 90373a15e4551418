package io.tallybook.query;

import io.tallybook.messages.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list.
 *
 * @param limit rows on it, 1 to {@value #MOST}
 * @param cursor where the page before it ended, null for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {
    public static final int MOST = 1_000;
    public static final int STANDARD = 100;

    public PageRequest {
        Invalid.unless(limit >= 1 && limit <= MOST, "a page has 1 to 1000 rows, was " + limit);
        Invalid.unless(cursor == null || cursor.length() <= 300, "a cursor has at most 300 characters");
    }

    public static PageRequest first() {
        return new PageRequest(STANDARD, null);
    }

    /** The first page, as long as pages come. */
    public static PageRequest longest() {
        return new PageRequest(MOST, null);
    }

    /** The page after one that ended with this cursor. */
    public PageRequest after(String next) {
        return new PageRequest(limit, next);
    }
}
