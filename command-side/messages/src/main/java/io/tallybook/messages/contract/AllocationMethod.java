package io.tallybook.messages.contract;

/**
 * How the parties of a point share what it moved one way on a gas day: the types of a predetermined allocation (NAESB WGQ
 * 2.3.16 to 2.3.21: ranked, pro rata, percentage, swing, operator provided value) and the measured difference of domain/close.md.
 * All contracts with a share of a point and direction name the same one.
 */
public enum AllocationMethod {
    /** By the fixed shares of a division of interest, eight decimals, adding up to one. */
    PERCENTAGE,
    /** By what each party nominated for the day. */
    PRO_RATA,
    /** Lowest rank first, each up to its nomination; equal ranks pro rata by nomination; the last rank takes what is left over. */
    RANKED,
    /** Everybody gets what it nominated, the one swing party takes the difference. */
    SWING,
    /** The operator's values, prorated to what was measured; the factor must lie in its band. */
    OPERATOR_PROVIDED,
    /** The values measured for the others are taken as they are, the one unmetered party takes what is left. */
    MEASURED_DIFFERENCE;

    /** Whether it needs figures beside shares and measured days. */
    public boolean needsNominations() {
        return this != PERCENTAGE;
    }

    /** Whether one party takes the difference, which may come out below zero. */
    public boolean balances() {
        return this == SWING || this == MEASURED_DIFFERENCE;
    }

    /** Whether what it needs is the operator's word, not the parties' nominations. */
    public boolean takesOperatorValues() {
        return this == OPERATOR_PROVIDED || this == MEASURED_DIFFERENCE;
    }
}
