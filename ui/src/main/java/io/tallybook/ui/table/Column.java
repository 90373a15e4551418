package io.tallybook.ui.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param key names it in addresses and files; {@code column.<key>} is its heading
 * @param unit unit and base, in the heading
 * @param total whether the last line sums it
 * @param decimals decimals on screen
 */
public record Column(String key, Kind kind, @Nullable String unit, boolean total, int decimals) {
    private static final int MOST_DECIMALS = 3;

    private Column(String key, Kind kind, @Nullable String unit, boolean total) {
        this(key, kind, unit, total, kind.decimals());
    }

    public static Column text(String key) {
        return new Column(key, Kind.TEXT, null, false);
    }

    public static Column of(String key, Kind kind) {
        return new Column(key, kind, null, false);
    }

    public static Column summed(String key, Kind kind, @Nullable String unit) {
        return new Column(key, kind, unit, true);
    }

    public static Column figure(String key, Kind kind, @Nullable String unit) {
        return new Column(key, kind, unit, false);
    }

    /** A summed energy in kWh. */
    public static Column kwh(String key) {
        return summed(key, Kind.ENERGY, "kWh");
    }

    /** A summed difference in kWh. */
    public static Column difference(String key) {
        return summed(key, Kind.DIFFERENCE, "kWh");
    }

    public static Column count(String key) {
        return summed(key, Kind.COUNT, null);
    }

    /** The column as its cells need it: decimals under one another, the zone in the heading when one holds for all. */
    Column fitting(List<Cell> cells, Figures figures) {
        return switch (kind) {
            case ENERGY, DIFFERENCE -> new Column(key, kind, unit, total, mostDecimals(cells));
            case TIME -> new Column(key, kind, figures.commonZone(times(cells)), total, decimals);
            default -> this;
        };
    }

    private static int mostDecimals(List<Cell> cells) {
        int most = cells.stream()
                .mapToInt(cell -> cell.value() instanceof BigDecimal figure ? figure.scale() : 0)
                .max()
                .orElse(0);
        return Math.clamp(most, 0, MOST_DECIMALS);
    }

    private static List<Instant> times(List<Cell> cells) {
        return cells.stream()
                .map(Cell::value)
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .toList();
    }

    public String labelKey() {
        return "column." + key;
    }
}
