package io.tallybook.ui.mine;

/** What may wait for a person, the most pressing first. */
public enum WorkKind {
    /** Something stands in the way of a close. */
    BLOCKER,
    /** A step is late, and was told to whoever leads or answers for it. */
    ESCALATED,
    /** Rejected readings of a close are open for long. */
    REJECTED,
    /** A period that should be open is not. */
    OPEN,
    /** The ERP refused a journal that no close waits for. */
    JOURNAL,
    /** Flagged lines of a contract to explain or to approve. */
    VARIANCES,
    CUTOFF,
    APPROVE,
    LOCK,
    /** A flash accrual that waits for approval. */
    ACCRUAL,
    REOPENING,
    /** A note given to the person. */
    NOTE,
    /** The person's own review point, resolved by another. */
    REVIEW_POINT,
    /** A package of adjustments to decide. */
    ADJUSTMENTS,
    /** A change of configuration that wants a second person. */
    CHANGE,
    /** Roles another Admin proposed. */
    GRANT
}
