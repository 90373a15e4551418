package io.tallybook.intake.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of configuration: each of its rows says one row of one or more sheets of the set-up workbook.
 *
 * @param whole whether a delivery has all rows of each thing it names
 */
public record SetupProfile(
        String name, FileFormat format, List<SheetRule> sheets, Numbers numbers, NullRule nulls, boolean whole)
        implements Profile {
    public SetupProfile {
        sheets = List.copyOf(sheets);
    }

    /**
     * How a row becomes a row of a sheet.
     *
     * @param sheet its title in the workbook
     * @param columns the file's column by the sheet's heading
     * @param fixed what a heading always says
     * @param words what a column's text means, by heading; a text that is not there is taken as written
     * @param only headings whose text must be among the words: other rows are left out
     * @param figures headings that hold numbers, written as the file writes them
     */
    public record SheetRule(
            String sheet,
            Map<String, String> columns,
            Map<String, String> fixed,
            Map<String, Map<String, String>> words,
            Set<String> only,
            Set<String> figures) {
        public SheetRule {
            columns = Map.copyOf(columns);
            fixed = Map.copyOf(fixed);
            words = Map.copyOf(words);
            only = Set.copyOf(only);
            figures = Set.copyOf(figures);
        }

        /** Every heading it fills. */
        public Set<String> headings() {
            Set<String> headings = new TreeSet<>(columns.keySet());
            headings.addAll(fixed.keySet());
            return headings;
        }

        /** The cells by heading; empty when the row is none of the sheet's. */
        public Optional<Map<String, String>> cells(
                UnaryOperator<@Nullable String> cell, NullRule nulls, Numbers numbers) throws BadValue {
            Map<String, String> cells = new TreeMap<>(fixed);
            for (Map.Entry<String, String> column : columns.entrySet()) {
                String heading = column.getKey();
                String text = cell.apply(column.getValue());
                if (text == null || nulls.isNull(text)) {
                    if (only.contains(heading)) {
                        return Optional.empty();
                    }
                    continue;
                }
                String written = text.strip();
                String meant = words.getOrDefault(heading, Map.of()).get(written);
                if (meant == null && only.contains(heading)) {
                    return Optional.empty();
                }
                cells.put(
                        heading,
                        meant != null ? meant : figures.contains(heading) ? figure(written, numbers) : written);
            }
            return Optional.of(cells);
        }

        private static String figure(String text, Numbers numbers) throws BadValue {
            return numbers.read(text).toPlainString();
        }
    }
}
