package io.tallybook.ui.setup;

import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a change holds, as it lies in the object directory: the same rows are the same bytes.
 *
 * @param standing streams of areas and contracts that were there when it was proposed: their rows change what stands
 */
public record ChangeContent(List<String> standing, List<Line> lines) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A row of the set-up.
     *
     * @param cells by heading, in the sheet's order; an empty cell is absent
     * @param before what stood for the same thing when the change was proposed; null when nothing did
     */
    public record Line(
            SetupSheet sheet,
            Map<String, String> cells,
            @Nullable Map<String, String> before) {
        /** What a reader sees of one cell: what it was, what it shall be. */
        public record Difference(String heading, String before, String after) {
            public boolean changed() {
                return !before.equals(after);
            }
        }

        public List<Difference> differences() {
            return sheet.headings().stream()
                    .map(heading -> new Difference(
                            heading.name(),
                            before == null ? "" : heading.word(before.getOrDefault(heading.name(), "")),
                            heading.word(cells.getOrDefault(heading.name(), ""))))
                    .toList();
        }

        /** The cells that name the thing the row is about. */
        public String what() {
            return String.join(
                    " ",
                    sheet.key().stream()
                            .map(name -> cells.getOrDefault(name, ""))
                            .toList());
        }
    }

    static ChangeContent of(List<String> standing, List<SetupRow> rows, Map<SetupSheet, List<List<String>>> known) {
        Map<List<String>, List<SetupRow>> things = new HashMap<>();
        known.forEach((sheet, all) -> all.stream()
                .map(cells -> row(sheet, 0, cells))
                .forEach(row -> things.computeIfAbsent(thing(row), thing -> new ArrayList<>())
                        .add(row)));
        return new ChangeContent(
                standing.stream().sorted().toList(),
                rows.stream()
                        .map(row -> new Line(row.sheet(), ordered(row), before(row, things)))
                        .toList());
    }

    private static Map<String, String> ordered(SetupRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.sheet().headings().forEach(heading -> {
            String text = row.cell(heading.name(), "");
            if (!text.isEmpty()) {
                cells.put(heading.name(), text);
            }
        });
        return cells;
    }

    /** The latest row of the same thing that holds no later than this one. */
    private static @Nullable Map<String, String> before(SetupRow row, Map<List<String>, List<SetupRow>> known) {
        return known.getOrDefault(thing(row), List.of()).stream()
                .filter(there -> from(there).compareTo(from(row)) <= 0)
                .max(Comparator.comparing(ChangeContent::from))
                .map(ChangeContent::ordered)
                .orElse(null);
    }

    private static List<String> thing(SetupRow row) {
        List<String> thing = new ArrayList<>(List.of(row.sheet().name()));
        row.sheet().key().forEach(name -> thing.add(row.cell(name, "")));
        return thing;
    }

    private static String from(SetupRow row) {
        return row.sheet().effective().map(name -> row.cell(name, "")).orElse("");
    }

    /** A row from its cells in the sheet's order. */
    static SetupRow row(SetupSheet sheet, int line, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                named.put(sheet.headings().get(i).name(), cells.get(i));
            }
        }
        return new SetupRow(sheet, line, named);
    }

    /** The rows as orders are made from them, counted from 1. */
    List<SetupRow> rows() {
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        new SetupRow(lines.get(i).sheet(), i + 1, lines.get(i).cells()))
                .toList();
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static ChangeContent read(byte[] bytes) {
        return Objects.requireNonNull(JSON.readValue(bytes, ChangeContent.class));
    }
}
