package io.tallybook.messages.close;

/** Whose word a reopening takes, one of each, by different persons. */
public enum ReopenVoice {
    CONTROLLER,
    /** A second approver's; only from the amount on that the terms name (domain: close override above it, CFO). */
    CHIEF,
    MEASUREMENT
}
