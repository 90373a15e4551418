package io.tallybook.query.allocation;

/** Where a run stands. */
public enum RunState {
    WAITING,
    COMPLETED,
    FAILED,
    SUPERSEDED
}
