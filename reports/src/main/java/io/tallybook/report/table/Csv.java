package io.tallybook.report.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180: CRLF, quotes where needed, every record equally long, UTF-8 without mark. Numbers have a point and no
 * separators whatever the machine's locale. A text that begins like a formula is kept from becoming one by an apostrophe
 * (OWASP, CSV injection).
 */
public final class Csv {
    private static final String END = "\r\n";
    private final int width;
    private final StringBuilder text = new StringBuilder();

    /** @param width fields of every record; shorter rows are filled with empty ones */
    public Csv(int width) {
        this.width = width;
    }

    /** Adds a record of texts, numbers, dates; null is an empty field. */
    public Csv row(@Nullable Object... fields) {
        return row(Arrays.asList(fields));
    }

    public Csv row(List<? extends @Nullable Object> fields) {
        if (fields.size() > width) {
            throw new IllegalArgumentException("a record has " + width + " fields, not " + fields.size());
        }
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : ",").append(field(i < fields.size() ? fields.get(i) : null));
        }
        text.append(END);
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String words -> quoted(guarded(words));
            default -> quoted(value.toString());
        };
    }

    private static String guarded(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static String quoted(String words) {
        boolean plain = words.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && words.equals(words.strip());
        return plain ? words : '"' + words.replace("\"", "\"\"") + '"';
    }
}
