package io.tallybook.ui.table;

/** What a column holds: how it is written, aligned, compared and filtered. */
public enum Kind {
    TEXT(false, 0),
    /** A word for a state, with its shape. */
    STATE(false, 0),
    /** A local date. */
    DAY(false, 0),
    /** A moment, in the site's zone. */
    TIME(false, 0),
    /** A SHA-256, shortened on screen. */
    HASH(false, 0),
    COUNT(true, 0),
    /** kWh: as many decimals as the most exact figure shown has. */
    ENERGY(true, 0),
    /** kWh between two figures: carries its sign even when positive. */
    DIFFERENCE(true, 0),
    MMBTU(true, 6),
    MONEY(true, 2),
    PRICE(true, 2),
    SHARE(true, 8),
    PERCENT(true, 2);

    private final boolean figure;
    private final int decimals;

    Kind(boolean figure, int decimals) {
        this.figure = figure;
        this.decimals = decimals;
    }

    /** Right-aligned on the decimal, with a unit in the header. */
    public boolean isFigure() {
        return figure;
    }

    /** Least decimals on screen. */
    public int decimals() {
        return decimals;
    }

    /** How a filter of this column may be written. */
    public String getHint() {
        return figure ? "> 0" : "";
    }
}
