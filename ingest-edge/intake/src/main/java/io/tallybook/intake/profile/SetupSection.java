package io.tallybook.intake.profile;

import io.tallybook.intake.profile.SetupProfile.SheetRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a profile of kind {@code set-up}. */
final class SetupSection {
    private static final int MOST_SHEETS = 8;

    private SetupSection() {}

    static Profile read(String name, Section top) {
        List<Section> sections = top.sections("sheets");
        if (sections.isEmpty() || sections.size() > MOST_SHEETS) {
            throw top.at("sheets", "1 to " + MOST_SHEETS + " sheets of the set-up");
        }
        List<SheetRule> sheets = new ArrayList<>();
        sections.forEach(section -> sheets.add(rule(section)));
        return new SetupProfile(
                name,
                Profiles.format(top),
                sheets,
                Profiles.numbers(top),
                new NullRule(Profiles.words(top), List.of()),
                top.oneOf("brings", "whole", Map.of("whole", true, "part", false)));
    }

    private static SheetRule rule(Section section) {
        Map<String, String> columns = section.mapping("columns");
        Map<String, String> fixed = section.mapping("fixed");
        if (columns.isEmpty()) {
            throw section.at("columns", "name the column of at least one heading");
        }
        for (String heading : fixed.keySet()) {
            if (columns.containsKey(heading)) {
                throw section.at("fixed", "'" + heading + "' is a column already");
            }
        }
        Map<String, Map<String, String>> words = section.mappings("words");
        Set<String> only = new LinkedHashSet<>(section.texts("only"));
        Set<String> figures = new LinkedHashSet<>(section.texts("figures"));
        requireColumns(section, "words", words.keySet(), columns);
        requireColumns(section, "only", only, words);
        requireColumns(section, "figures", figures, columns);
        SheetRule rule = new SheetRule(section.text("sheet"), columns, fixed, words, only, figures);
        section.done();
        return rule;
    }

    private static void requireColumns(Section section, String key, Set<String> named, Map<String, ?> known) {
        for (String heading : named) {
            if (!known.containsKey(heading)) {
                throw section.at(key, "'" + heading + "' is none of " + String.join(", ", known.keySet()));
            }
        }
    }
}
