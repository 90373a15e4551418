package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of the texts a definition is made of. */
final class SourceWords {
    private static final int LONGEST_WATERMARK = 200;
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.$\\[\\]-]{1,64}");
    private static final Pattern POINTER = Pattern.compile("(/[^/\\p{Cntrl}]{1,64}){1,8}");

    private SourceWords() {}

    static void parameter(@Nullable String name) {
        Invalid.unless(
                name == null || PARAMETER.matcher(name).matches(),
                "a query parameter is 1 to 64 letters, digits or _.$[]- , was '" + name + "'");
    }

    static void pointer(@Nullable String pointer) {
        Invalid.unless(
                pointer == null || POINTER.matcher(pointer).matches(),
                "a JSON pointer is written like /meta/next, was '" + pointer + "'");
    }

    static boolean isWatermark(String text) {
        return !text.isBlank() && text.length() <= LONGEST_WATERMARK;
    }
}
