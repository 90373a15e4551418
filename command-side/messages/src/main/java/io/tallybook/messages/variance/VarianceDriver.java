package io.tallybook.messages.variance;

/** What a person says moved a figure. */
public enum VarianceDriver {
    VOLUME,
    PRICE,
    /** The heating value. */
    BTU,
    TIMING,
    /** An adjustment of an earlier period. */
    PPA
}
