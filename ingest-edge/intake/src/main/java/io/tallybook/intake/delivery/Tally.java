package io.tallybook.intake.delivery;

import org.jspecify.annotations.Nullable;

/** Is told the fate of every value exactly once. */
@FunctionalInterface
public interface Tally {
    /**
     * @param line of the row the values stand in
     * @param values how many: more than one only when a whole row was rejected
     * @param reason why, when rejected
     */
    void count(int line, Fate fate, int values, @Nullable String reason);
}
