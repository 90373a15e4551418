package io.tallybook.query.close;

/** Where a step stands. */
public enum StepState {
    WAITING,
    RUNNING,
    BLOCKED,
    DONE,
    /** Not done though its due date has passed; a blocked step stays BLOCKED and says that it is late. */
    LATE
}
