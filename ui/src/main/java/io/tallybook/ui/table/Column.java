package io.tallybook.ui.table;

import java.math.BigDecimal;
import java.util.stream.Stream;
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

    public static Column count(String key) {
        return summed(key, Kind.COUNT, null);
    }

    /** An energy column shows as many decimals as its most exact figure has, so that all stand under one another. */
    Column fitting(Stream<Cell> cells) {
        if (kind != Kind.ENERGY) {
            return this;
        }
        int most = cells.mapToInt(cell -> cell.value() instanceof BigDecimal figure ? figure.scale() : 0)
                .max()
                .orElse(0);
        return new Column(key, kind, unit, total, Math.clamp(most, 0, MOST_DECIMALS));
    }

    public String labelKey() {
        return "column." + key;
    }
}
