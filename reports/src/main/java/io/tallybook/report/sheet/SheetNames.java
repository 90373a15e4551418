package io.tallybook.report.sheet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Sheet names as Excel takes them: at most 31 characters, none of {@code []:*?/\}, no two alike. */
final class SheetNames {
    private static final int LONGEST = 31;
    private final Set<String> taken = new HashSet<>();

    String take(String wanted) {
        String plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String name = cut(plain, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            name = cut(plain, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
