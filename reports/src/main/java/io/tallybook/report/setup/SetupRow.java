package io.tallybook.report.setup;

import java.util.Map;

/**
 * A row as the workbook has it.
 *
 * @param line as Excel counts
 * @param cells text by heading, stripped; an empty cell is absent
 */
public record SetupRow(SetupSheet sheet, int line, Map<String, String> cells) {
    /** @throws MissingCell when the cell is empty */
    public String cell(String heading) {
        String text = cells.get(heading);
        if (text == null) {
            throw new MissingCell(heading);
        }
        return text;
    }

    public String cell(String heading, String otherwise) {
        return cells.getOrDefault(heading, otherwise);
    }

    /** A cell that must not be empty is. */
    public static final class MissingCell extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingCell(String heading) {
            super("'" + heading + "' is empty");
        }
    }
}
