package io.tallybook.intake.profile;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a file writes them: one decimal sign, grouping only where the profile names its sign and then only by threes,
 * bounded so that no text can blow up into a huge number.
 *
 * @param grouping sign between thousands, another than {@code decimal}; null when numbers are written without
 */
public record Numbers(char decimal, @Nullable Character grouping) {
    public static final Numbers POINT = new Numbers('.');
    private static final int MAX_CHARS = 40;
    private static final int MAX_SCALE = 24;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final char GROUP = '_';
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(_\\d{3})+");
    private static final String NO_NUMBER = "grouped";

    public Numbers(char decimal) {
        this(decimal, null);
    }

    /** @throws BadValue naming the text when it is no number */
    public BigDecimal read(String text) throws BadValue {
        String plain = plain(text.strip());
        if (plain.length() > MAX_CHARS || !PLAIN.matcher(plain).matches()) {
            throw new BadValue(Category.BAD_NUMBER, BadValue.quoted(text) + " is not a number");
        }
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs(number.scale()) > MAX_SCALE) {
            throw new BadValue(Category.BAD_NUMBER, BadValue.quoted(text) + " is too large or too fine a number");
        }
        return number;
    }

    private String plain(String text) {
        String digits = grouping == null || text.length() > MAX_CHARS ? text : ungrouped(text, grouping);
        return decimal == '.' ? digits : withPoint(digits);
    }

    /** Thousands without their signs, if those stand where they belong: {@code 1,23} is a mistake, not 123. */
    private String ungrouped(String text, char sign) {
        String marked = (sign == ' ' ? text.replace('\u00a0', ' ').replace('\u202f', ' ') : text).replace(sign, GROUP);
        if (marked.indexOf(GROUP) < 0) {
            return text;
        }
        int point = marked.indexOf(decimal);
        String whole = point < 0 ? marked : marked.substring(0, point);
        String rest = point < 0 ? "" : marked.substring(point);
        boolean sound = text.indexOf(GROUP) < 0 && GROUPED.matcher(whole).matches() && rest.indexOf(GROUP) < 0;
        return sound ? whole.replace(String.valueOf(GROUP), "") + rest : NO_NUMBER;
    }

    private String withPoint(String text) {
        // A point in a file of decimal commas is a grouping sign or a mistake: neither may pass as a decimal
        return text.indexOf('.') >= 0 ? NO_NUMBER : text.replace(decimal, '.');
    }
}
