package io.tallybook.ui.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a cell passes a column's filter: words it contains, or for figures a comparison such as {@code > 1000}. */
final class Filter {
    private static final Pattern COMPARISON = Pattern.compile("\\s*(<=|>=|<|>|=)\\s*([-−]?[0-9.]+)\\s*");

    private Filter() {}

    static boolean passes(Cell cell, String shown, String words) {
        Matcher comparison = COMPARISON.matcher(words.replaceAll("[\\s,']", ""));
        if (comparison.matches() && isNumber(comparison.group(2))) {
            return cell.value() instanceof BigDecimal figure && compares(figure, comparison);
        }
        String wanted = asRead(words);
        return asRead(shown).contains(wanted) || asRead(cell.plain()).contains(wanted);
    }

    /** A screen shows any run of spaces as one. */
    private static String asRead(String text) {
        return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String text) {
        return text.matches("[-−]?[0-9]+(\\.[0-9]+)?");
    }

    private static boolean compares(BigDecimal figure, Matcher comparison) {
        int order = figure.compareTo(new BigDecimal(comparison.group(2).replace('−', '-')));
        return switch (comparison.group(1)) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }
}
