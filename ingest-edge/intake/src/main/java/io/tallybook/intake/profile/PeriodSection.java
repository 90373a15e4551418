package io.tallybook.intake.profile;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.erp.ErpPeriodState;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a profile of kind {@code erp-periods}. */
final class PeriodSection {
    private static final YearMonth PROBE = YearMonth.of(2024, 10);

    private PeriodSection() {}

    static Profile read(String name, Section top) {
        Section period = top.needed("period");
        String field = period.text("field");
        DateTimeFormatter month = period.value("pattern", "uuuu-MM", PeriodSection::formatter);
        period.done();
        Map<String, ErpPeriodState> states = new HashMap<>();
        put(top, "open", ErpPeriodState.OPEN, states);
        put(top, "closed", ErpPeriodState.CLOSED, states);
        return new PeriodProfile(
                name,
                Profiles.format(top),
                top.value("group", CloseGroup::new),
                field,
                month,
                top.text("state"),
                states);
    }

    private static void put(Section top, String key, ErpPeriodState state, Map<String, ErpPeriodState> states) {
        List<String> words = top.texts(key);
        if (words.isEmpty()) {
            throw top.at(key, "name at least one word of the file for it");
        }
        for (String word : words) {
            if (states.putIfAbsent(word.strip(), state) != null) {
                throw top.at(key, "'" + word + "' cannot mean both");
            }
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        try {
            if (YearMonth.parse(PROBE.format(formatter), formatter).equals(PROBE)) {
                return formatter;
            }
        } catch (RuntimeException e) {
            // told below: the commonest cause is yyyy (year of an era) for uuuu (year)
        }
        throw new IllegalArgumentException(
                "pattern '" + pattern + "' cannot read the months it writes; a year is written uuuu");
    }
}
