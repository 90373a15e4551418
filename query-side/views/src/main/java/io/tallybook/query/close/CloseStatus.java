package io.tallybook.query.close;

/** Where a close as a whole stands. */
public enum CloseStatus {
    /** Opened; nobody has declared the cut-off. */
    OPEN,
    /** It runs itself towards the signatures, or waits for what blocks it. */
    RUNNING,
    /** The pack is ready and waits for signatures. */
    READY,
    /** Both approvals stand. */
    APPROVED,
    PUBLISHED,
    LOCKED
}
