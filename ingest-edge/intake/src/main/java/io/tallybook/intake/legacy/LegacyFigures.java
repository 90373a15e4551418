package io.tallybook.intake.legacy;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.LegacyMap;
import io.tallybook.intake.profile.LegacyMap.Figure;
import io.tallybook.intake.profile.LegacyMap.Measure;
import io.tallybook.intake.profile.LegacyMap.Table;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an old system says of a month.
 *
 * @param figures energies in kWh, money as it stands; rows of one name add up
 * @param unread a sentence for each row or cell that could not be read, at most {@value #MOST_UNREAD}
 */
public record LegacyFigures(Map<Figure, BigDecimal> figures, List<String> unread) {
    static final int MOST_UNREAD = 100;
    static final int MOST_FIGURES = 100_000;

    /** Opens the file anew for every table. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /** @throws UnreadableFile when the file, a sheet or a column of the map is not there */
    public static LegacyFigures read(LegacyMap map, Bytes file) throws IOException {
        Map<Figure, BigDecimal> figures = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        for (Table table : map.tables()) {
            try (Rows rows = Rows.open(table.format(), file.open())) {
                checkColumns(table, rows.columns());
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    take(row, table, figures, unread);
                }
            }
        }
        return new LegacyFigures(Map.copyOf(figures), List.copyOf(unread));
    }

    private static void checkColumns(Table table, List<String> columns) throws UnreadableFile {
        List<String> wanted = new ArrayList<>(List.of(table.subject()));
        wanted.addAll(table.columns().values());
        for (String column : wanted) {
            // records of JSON name their fields each anew
            if (!columns.isEmpty() && !columns.contains(column)) {
                throw new UnreadableFile(
                        "the table has no column '" + column + "'; it has " + String.join(", ", columns));
            }
        }
    }

    private static void take(Row row, Table table, Map<Figure, BigDecimal> figures, List<String> unread)
            throws UnreadableFile {
        if (!(row instanceof Row.Good good)) {
            note("row " + row.line() + ": " + ((Row.Bad) row).reason(), unread);
            return;
        }
        String name = good.cell(table.subject());
        if (name == null || name.isBlank()) {
            return;
        }
        String subject = table.names().getOrDefault(name.strip(), name.strip());
        for (Map.Entry<Measure, String> column : table.columns().entrySet()) {
            String text = good.cell(column.getValue());
            if (text != null && !text.isBlank()) {
                add(new Figure(table.kind(), subject, column.getKey()), text, table, good.line(), figures, unread);
            }
        }
        if (figures.size() > MOST_FIGURES) {
            throw new UnreadableFile("the file has more than " + MOST_FIGURES + " figures");
        }
    }

    private static void add(
            Figure figure, String text, Table table, int line, Map<Figure, BigDecimal> figures, List<String> unread) {
        try {
            BigDecimal number = table.numbers().read(text);
            BigDecimal value =
                    figure.measure().isEnergy() ? table.unit().energy(number).kwh() : number;
            figures.merge(figure, value, BigDecimal::add);
        } catch (BadValue e) {
            note("row " + line + ", " + table.columns().get(figure.measure()) + ": " + e.sentence(), unread);
        }
    }

    private static void note(String sentence, List<String> unread) {
        if (unread.size() < MOST_UNREAD) {
            unread.add(sentence);
        }
    }
}
