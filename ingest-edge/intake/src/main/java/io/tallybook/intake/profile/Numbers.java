package io.tallybook.intake.profile;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as a file writes them: no grouping, one decimal sign, bounded so that no text can blow up into a huge number. */
public record Numbers(char decimal) {
    public static final Numbers POINT = new Numbers('.');
    private static final int MAX_CHARS = 40;
    private static final int MAX_SCALE = 24;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** @throws BadValue naming the text when it is no number */
    public BigDecimal read(String text) throws BadValue {
        String plain = decimal == '.' ? text.strip() : withPoint(text.strip());
        if (plain.length() > MAX_CHARS || !PLAIN.matcher(plain).matches()) {
            throw new BadValue(Category.BAD_NUMBER, BadValue.quoted(text) + " is not a number");
        }
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs(number.scale()) > MAX_SCALE) {
            throw new BadValue(Category.BAD_NUMBER, BadValue.quoted(text) + " is too large or too fine a number");
        }
        return number;
    }

    private String withPoint(String text) {
        // A point in a file of decimal commas is a grouping sign or a mistake: neither may pass as a decimal
        return text.indexOf('.') >= 0 ? "grouped" : text.replace(decimal, '.');
    }
}
