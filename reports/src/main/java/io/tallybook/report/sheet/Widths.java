package io.tallybook.report.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Column widths from the characters in them: the machine's fonts are never asked, so every machine writes the same. */
final class Widths {
    private static final int UNITS_PER_CHARACTER = 256;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 64;
    /** Indent or brackets of a negative, padding, and the filter's arrow in the header. */
    private static final int AIR = 4;

    private final List<Column> columns;
    private final int[] characters;

    Widths(List<Column> columns) {
        this.columns = columns;
        this.characters = new int[columns.size()];
        for (int i = 0; i < characters.length; i++) {
            // a header wraps over two lines: its longest word counts, or half of it
            String header = columns.get(i).header();
            int longestWord = List.of(header.split(" ", -1)).stream()
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            characters[i] = Math.max(longestWord, (header.length() + 1) / 2);
        }
    }

    void see(int column, Cell cell, Format format) {
        characters[column] = Math.max(characters[column], length(cell, format));
    }

    int of(int column) {
        int wanted = Math.clamp(characters[column] + AIR, NARROWEST, WIDEST);
        return wanted * UNITS_PER_CHARACTER;
    }

    private static int length(Cell cell, Format column) {
        Format format = cell.format() == null ? column : cell.format();
        return switch (cell.value()) {
            case null -> 0;
            case String text -> text.length();
            case BigDecimal number -> number(number, format);
            default -> format == Format.TIME ? "2024-10-31 23:59:59".length() : "2024-10-31".length();
        };
    }

    private static int number(BigDecimal number, Format format) {
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        int digits = whole.precision();
        int separators = (digits - 1) / 3;
        int decimals = switch (format) {
            case COUNT, KWH, TEXT, DAY, PERIOD, TIME -> 0;
            case MONEY -> 3;
            case KWH_PARTS -> 4;
            case PERCENT, SPLIT -> 5;
            case FINE, PRICE -> 7;
            case SHARE -> 9;
        };
        return digits + separators + decimals;
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
