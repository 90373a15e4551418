package io.tallybook.messages;

import java.util.regex.Pattern;

/** The alphabet and the length of natural ids. */
final class Ids {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern PATH = Pattern.compile("[a-z0-9][A-Za-z0-9./#:_-]{0,119}");

    private Ids() {}

    static String word(String kind, String value) {
        Invalid.unless(
                WORD.matcher(value).matches(), kind + " must be 1 to 64 of a-z, 0-9, '.', '-', was '" + value + "'");
        return value;
    }

    static String path(String kind, String value) {
        Invalid.unless(
                PATH.matcher(value).matches(),
                kind + " must be 1 to 120 letters, digits or ./#:_- , was '" + value + "'");
        return value;
    }
}
