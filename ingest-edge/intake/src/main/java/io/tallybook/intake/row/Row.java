package io.tallybook.intake.row;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file or of a sheet, or one record of a JSON file. */
public sealed interface Row {
    /** The most of a row that is kept: the limit of the messages. */
    int MAX_RAW = 2_000;

    /** Line of the file (CSV, of the row's first line), row of the sheet, or number of the record (JSON), from 1. */
    int line();

    /** The row exactly as read, without its line end (of a sheet, its cells with tabs between), cut at {@link #MAX_RAW} characters. */
    String raw();

    /** @param cells by column or field name; a nested JSON field is named with dots; JSON's null is null */
    record Good(int line, String raw, Map<String, @Nullable String> cells) implements Row {
        /** The cell's text; null when it is JSON's null or not there. */
        public @Nullable String cell(@Nullable String field) {
            return field == null ? null : cells.get(field);
        }
    }

    record Bad(int line, String raw, String reason) implements Row {}

    /** The text cut to what is kept; a pair of surrogates is not torn. */
    static String cut(String text) {
        if (text.length() <= MAX_RAW) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_RAW - 1)) ? MAX_RAW - 1 : MAX_RAW);
    }
}
