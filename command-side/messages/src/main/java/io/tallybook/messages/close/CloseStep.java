package io.tallybook.messages.close;

/** The steps of a close, in order. */
public enum CloseStep {
    OPEN,
    CUTOFF,
    COMPLETENESS,
    DEAD_LETTERS,
    FREEZE,
    BALANCE,
    ALLOCATE,
    VALUE,
    REVIEW,
    JOURNAL,
    APPROVE,
    POST,
    PUBLISH,
    LOCK
}
