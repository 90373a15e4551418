package io.tallybook.ui.table;

import java.util.List;

/**
 * A line of a table.
 *
 * @param key stays the same while the row is the same thing
 */
public record Row(String key, List<Cell> cells, String style) {
    public Row {
        cells = List.copyOf(cells);
    }

    public static Row of(String key, Cell... cells) {
        return new Row(key, List.of(cells), "");
    }

    public Row styled(String word) {
        return new Row(key, cells, word);
    }
}
