package io.tallybook.report.table;

import io.tallybook.report.sheet.Format;

/**
 * A column as the screen shows it.
 *
 * @param unit stands in the header; empty for none
 * @param summed whether the workbook has a total under it
 */
public record TableColumn(String name, String unit, Format format, boolean summed) {
    public static TableColumn text(String name) {
        return new TableColumn(name, "", Format.TEXT, false);
    }

    public static TableColumn of(String name, Format format) {
        return new TableColumn(name, "", format, false);
    }

    /** Energy in kWh, summed. */
    public static TableColumn kwh(String name) {
        return new TableColumn(name, "kWh", Format.KWH, true);
    }

    /** An amount in one currency, summed. */
    public static TableColumn money(String name, String currency) {
        return new TableColumn(name, currency, Format.MONEY, true);
    }

    String header() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
