package io.tallybook.messages;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule said no. Carries the rule's name and what it saw; has no stack trace, for nothing went wrong. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Map<String, String> evidence;

    /**
     * @param rule kebab-case name of the rule, stable, shown in the documentation ({@code month-is-locked})
     * @param evidence what the rule saw, for the person and the log; never personal data
     */
    public Refused(String rule, String sentence, Map<String, String> evidence) {
        super(sentence, null, false, false);
        this.rule = rule;
        this.evidence = Map.copyOf(evidence);
    }

    public Refused(String rule, String sentence) {
        this(rule, sentence, Map.of());
    }

    /** @throws Refused by that rule when the condition holds */
    public static void when(boolean condition, String rule, String sentence, Map<String, String> evidence) {
        if (condition) {
            throw new Refused(rule, sentence, evidence);
        }
    }

    /** @throws Refused by that rule when the condition holds */
    public static void when(boolean condition, String rule, String sentence) {
        when(condition, rule, sentence, Map.of());
    }

    /**
     * What an order needs to be there.
     *
     * @throws Refused by the rule {@code not-found} when it is not
     */
    public static <T> T unlessFound(@Nullable T thing, Object target) {
        if (thing == null) {
            throw new Refused("not-found", "There is no " + target + ".", Map.of("target", target.toString()));
        }
        return thing;
    }

    public String rule() {
        return rule;
    }

    public Map<String, String> evidence() {
        return evidence;
    }

    /** The sentence shown to the person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
