package io.tallybook.report.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One cell: a value, and for a derived one the formula that leads to it.
 *
 * @param value String, BigDecimal, LocalDate, LocalDateTime, or null for an empty cell
 * @param formula without the equals sign; null for an input
 * @param format null for the column's own
 */
public record Cell(
        @Nullable Object value,
        @Nullable String formula,
        @Nullable Format format) {
    public static final Cell EMPTY = new Cell(null, null, null);

    public static Cell text(String value) {
        return new Cell(value, null, null);
    }

    /** A figure that came from the log; everything else is a formula. */
    public static Cell input(BigDecimal value) {
        return new Cell(value, null, null);
    }

    public static Cell input(long value) {
        return input(BigDecimal.valueOf(value));
    }

    public static Cell day(LocalDate value) {
        return new Cell(value, null, null);
    }

    public static Cell time(@Nullable Instant value) {
        return value == null ? EMPTY : new Cell(LocalDateTime.ofInstant(value, ZoneOffset.UTC), null, null);
    }

    /** A live formula with the value it has now. */
    public static Cell derived(String formula, BigDecimal value) {
        return new Cell(value, formula, null);
    }

    public static Cell derived(String formula, LocalDate value) {
        return new Cell(value, formula, null);
    }

    public static Cell derived(String formula, String value) {
        return new Cell(value, formula, null);
    }

    public Cell as(Format other) {
        return new Cell(value, formula, other);
    }
}
