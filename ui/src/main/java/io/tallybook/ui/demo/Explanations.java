package io.tallybook.ui.demo;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Explanations of imbalances: from a CSV file {@code day,cause,text} ('month' for the month itself), else unexplained. */
final class Explanations {
    private static final int LONGEST_TEXT = 2_000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    record Explanation(String cause, String text) {}

    private final Map<String, Explanation> byDay;

    private Explanations(Map<String, Explanation> byDay) {
        this.byDay = byDay;
    }

    /** @throws CannotStart naming the file, or the row that cannot be read */
    static Explanations read(@Nullable Path file) {
        Map<String, Explanation> byDay = new HashMap<>();
        if (file == null) {
            return new Explanations(byDay);
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("The file of explanations " + file + " is not there or cannot be read.");
        }
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            rows.forEach(row -> add(byDay, row));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CannotStart(file + " is not a CSV with the columns day, cause, text: " + e.getMessage());
        }
        return new Explanations(byDay);
    }

    static Explanations none() {
        return new Explanations(Map.of());
    }

    /** @param day empty for the month */
    Explanation of(String day) {
        return byDay.getOrDefault(day, new Explanation("UNEXPLAINED", DemoClose.UNEXPLAINED));
    }

    private static void add(Map<String, Explanation> byDay, CSVRecord row) {
        String day = day(row.get("day"), row);
        String text = row.get("text");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw refused(row, "has no text, or one longer than " + LONGEST_TEXT + " characters");
        }
        if (byDay.put(day, new Explanation(cause(row.get("cause"), row), text)) != null) {
            throw refused(row, "explains " + row.get("day") + " a second time");
        }
    }

    private static String day(String word, CSVRecord row) {
        try {
            return word.equals("month") ? "" : new GasDay(word).value();
        } catch (Invalid e) {
            throw refused(row, "names neither a day such as 2024-10-10 nor 'month', but '" + word + "'");
        }
    }

    private static String cause(String word, CSVRecord row) {
        try {
            return ImbalanceCause.valueOf(word).name();
        } catch (IllegalArgumentException e) {
            throw refused(row, "names the unknown cause '" + word + "'");
        }
    }

    private static CannotStart refused(CSVRecord row, String why) {
        return new CannotStart("Row " + row.getRecordNumber() + " of the explanations " + why + ".");
    }
}
