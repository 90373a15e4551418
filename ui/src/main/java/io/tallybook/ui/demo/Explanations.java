package io.tallybook.ui.demo;

import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** Explanations of imbalances: from a CSV file {@code day,cause,text} ('month' for the month itself), else unexplained. */
final class Explanations {
    record Explanation(String cause, String text) {}

    private final Map<String, Explanation> byDay;

    private Explanations(Map<String, Explanation> byDay) {
        this.byDay = byDay;
    }

    /** @throws CannotStart naming the line that cannot be read */
    static Explanations read(@Nullable Path file) throws IOException {
        Map<String, Explanation> byDay = new HashMap<>();
        if (file != null) {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
                rows.forEach(row -> byDay.put(
                        row.get("day").equals("month") ? "" : row.get("day"),
                        new Explanation(cause(row.get("cause"), row.getRecordNumber()), row.get("text"))));
            } catch (IllegalArgumentException e) {
                throw new CannotStart(file + " is not a CSV with the columns day, cause, text: " + e.getMessage());
            }
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

    private static String cause(String word, long row) {
        try {
            return ImbalanceCause.valueOf(word).name();
        } catch (IllegalArgumentException e) {
            throw new CannotStart("Row " + row + " of the explanations names the unknown cause '" + word + "'.");
        }
    }
}
