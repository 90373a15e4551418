package io.tallybook.messages.adjustment;

/** Why a package may be booked although its production month is past the age limit; each allows more than the one before. */
public enum LateGround {
    NONE,
    /** The other party's rebuttal (NAESB WGQ 2.3.11): the rebuttal months beyond the limit. */
    REBUTTAL,
    /** Mutual mistake of fact or deliberate omission (NAESB WGQ 2.3.11): up to the absolute limit. */
    MISTAKE,
    /** A legal hold that another approver has granted: without limit. */
    LEGAL_HOLD
}
