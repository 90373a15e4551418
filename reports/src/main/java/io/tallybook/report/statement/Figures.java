package io.tallybook.report.statement;

import java.math.BigDecimal;

/** Numbers as a printed page shows them: thousands by comma, a point, a true minus; no machine's locale is asked. */
final class Figures {
    private static final String MINUS = "\u2212";

    private Figures() {}

    /** All decimals the number has. */
    static String of(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String decimals = point < 0 ? "" : plain.substring(point);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            grouped.append(i > 0 && (whole.length() - i) % 3 == 0 ? "," : "").append(whole.charAt(i));
        }
        return (number.signum() < 0 ? MINUS : "") + grouped + decimals;
    }

    /** At least so many decimals, more where the number has them. */
    static String of(BigDecimal number, int decimals) {
        return of(number.scale() < decimals ? number.setScale(decimals) : number);
    }
}
