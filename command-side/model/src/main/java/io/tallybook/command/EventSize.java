package io.tallybook.command;

import org.jspecify.annotations.Nullable;

/** How much fits into one event. An order whose event might not fit is refused by a rule before it reaches the log. */
public final class EventSize {
    /** What the log takes (DESIGN.md). */
    public static final int MOST_BYTES = 64 << 10;

    /** An id of 64 letters in a list. */
    public static final int ID_BYTES = 67;

    private EventSize() {}

    /** At most what the text takes inside JSON in UTF-8. */
    public static int json(@Nullable String text) {
        return text == null ? 0 : text.chars().map(EventSize::bytes).sum();
    }

    private static int bytes(int c) {
        if (c < 0x20) {
            return 6;
        }
        return c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3;
    }
}
