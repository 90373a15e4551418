package io.tallybook.messages.close;

/** Why a locked month may be opened again; everything else is an adjustment (domain: month-end close, reopen vs PPA). */
public enum ReopenGround {
    /** The effect is at or above the amount a reopening takes. */
    MATERIAL,
    /** A regulator ordered it, whatever the amount. */
    REGULATOR
}
