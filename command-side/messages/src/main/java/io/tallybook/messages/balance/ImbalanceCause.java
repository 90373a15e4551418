package io.tallybook.messages.balance;

/** Why a day or month did not balance. */
public enum ImbalanceCause {
    LINEPACK,
    MEASUREMENT_ERROR,
    TIMING,
    FUEL_OR_FLARE,
    LEAK_OR_VENT,
    UNEXPLAINED
}
