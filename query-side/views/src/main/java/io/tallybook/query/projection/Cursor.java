package io.tallybook.query.projection;

import io.tallybook.messages.Invalid;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sort key of a page's last row as an opaque word. */
public final class Cursor {
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    public static String of(Object... key) {
        String text = Stream.of(key).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor.
     *
     * @throws Invalid when it was not made here
     */
    public static List<String> parts(String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            Invalid.unless(parts.size() == count, "that cursor belongs to another list");
            return parts;
        } catch (IllegalArgumentException e) {
            throw new Invalid("that is no cursor of ours");
        }
    }

    /** The position a cursor of one number stands at; the given one without a cursor. */
    public static long position(PageRequest page, long first) {
        String cursor = page.cursor();
        if (cursor == null) {
            return first;
        }
        try {
            return Long.parseLong(parts(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Invalid("that cursor belongs to another list");
        }
    }

    /** A page of rows fetched one beyond the limit. */
    public static <T> Page<T> page(List<T> rows, PageRequest request, Function<T, String> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, request.limit());
        return new Page<>(shown, cursor.apply(shown.getLast()));
    }
}
