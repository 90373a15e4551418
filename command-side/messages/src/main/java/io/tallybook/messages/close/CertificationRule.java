package io.tallybook.messages.close;

/**
 * By what a step is certified without a person (acceptance/experience.md §1: auto-certify low-risk tasks). What counts as low is
 * configuration: the areas' tolerances, the contracts' thresholds. A rule that changes gets a new version; events keep theirs.
 */
public enum CertificationRule {
    /** Every day and month of every area is within its tolerance, and nobody had to explain one. */
    BALANCE_WITHIN_TOLERANCE(CloseStep.BALANCE, 1),
    /** The statements hold exactly what was measured, to the kWh. */
    STATEMENTS_TIE(CloseStep.VALUE, 1),
    /** No line of any contract reaches its threshold. */
    NO_VARIANCE(CloseStep.REVIEW, 1),
    /** Every record came from a source by itself: nobody brought, estimated or excluded one. */
    NOTHING_BY_HAND(CloseStep.FREEZE, 1);

    private final CloseStep step;
    private final int version;

    CertificationRule(CloseStep step, int version) {
        this.step = step;
        this.version = version;
    }

    public CloseStep step() {
        return step;
    }

    /** The version that holds now. */
    public int version() {
        return version;
    }
}
