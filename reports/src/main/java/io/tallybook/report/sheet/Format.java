package io.tallybook.report.sheet;

/** How a column shows its values; units stand in headers, never in cells. */
public enum Format {
    TEXT("General"),
    /** A real date. */
    DAY("yyyy-mm-dd"),
    /** A real month. */
    PERIOD("yyyy-mm"),
    /** A real date and time, UTC unless the header names another zone. */
    TIME("yyyy-mm-dd hh:mm:ss"),
    COUNT("#,##0;[Red]\\(#,##0\\);0"),
    /** Energy in whole kWh. */
    KWH("#,##0;[Red]\\(#,##0\\);0"),
    /** Energy where the source counts parts of a kWh. */
    KWH_PARTS("#,##0.000;[Red]\\(#,##0.000\\);0.000"),
    /** Energy to the last digit the log keeps. */
    FINE("#,##0.000000;[Red]\\(#,##0.000000\\);0.000000"),
    /** Parts of the unit that is split. */
    SPLIT("#,##0.0000;[Red]\\(#,##0.0000\\);0.0000"),
    PRICE("#,##0.0000##;[Red]\\(#,##0.0000##\\);0.0000"),
    MONEY("#,##0.00;[Red]\\(#,##0.00\\);0.00"),
    SHARE("0.00000000"),
    PERCENT("0.0###");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean numeric() {
        return this != TEXT && this != DAY && this != PERIOD && this != TIME;
    }
}
