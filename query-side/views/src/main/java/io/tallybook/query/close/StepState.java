package io.tallybook.query.close;

/** Where a step stands. */
public enum StepState {
    WAITING,
    RUNNING,
    BLOCKED,
    /** Done in the revision before, which was taken back, and nothing of it done anew. */
    OUTDATED,
    /** It was signed, and figures came since: the signature does not count until it is decided or given anew. */
    REDO,
    DONE,
    /**
     * Not done though its due date has passed; a step that is blocked, outdated or to be signed anew stays that and says that it
     * is late.
     */
    LATE
}
