package io.tallybook.messages;

import java.util.Map;

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
