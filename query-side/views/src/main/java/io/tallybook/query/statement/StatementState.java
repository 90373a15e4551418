package io.tallybook.query.statement;

/** Where a statement stands. */
public enum StatementState {
    /** From what is recorded so far of an open month. */
    PROVISIONAL,
    WAITING,
    PRICE_MISSING,
    PREPARED,
    /** A price it used was corrected; the close takes it anew. */
    OUTDATED,
    ISSUED,
    /** Its month is open again: what was issued no longer stands. */
    VOID
}
