package io.tallybook.intake.profile;

import io.tallybook.messages.GasDay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What means "no value", and where no value is in order.
 *
 * @param words texts that mean no value; JSON's null always does
 * @param absences where no value is in order; elsewhere it is a dead letter
 */
public record NullRule(Set<String> words, List<Absence> absences) {
    public NullRule {
        words = Set.copyOf(words);
        absences = List.copyOf(absences);
    }

    /**
     * @param fields columns, or points as written in a long file; empty means all
     * @param before only gas days before this one; null means all
     */
    public record Absence(Set<String> fields, @Nullable GasDay before) {
        public Absence {
            fields = Set.copyOf(fields);
        }

        boolean covers(String field, GasDay day) {
            return (fields.isEmpty() || fields.contains(field)) && (before == null || day.compareTo(before) < 0);
        }
    }

    public boolean isNull(@Nullable String text) {
        return text == null || words.contains(text.strip());
    }

    public boolean allows(String field, GasDay day) {
        return absences.stream().anyMatch(absence -> absence.covers(field, day));
    }
}
