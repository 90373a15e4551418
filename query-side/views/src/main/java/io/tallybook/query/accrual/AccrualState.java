package io.tallybook.query.accrual;

/** What became of a proposed accrual. */
public enum AccrualState {
    /** Waits for approval. */
    PROPOSED,
    /** Another was proposed in its place. */
    REPLACED,
    DISCARDED,
    /** Approved; its journal tells how far the ERP is. */
    RELEASED,
    /** Approved, and its journal could not be written. */
    FAILED
}
