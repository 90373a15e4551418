package io.tallybook.messages.close;

/** Whose word a reopening takes, one of each, by different persons. */
public enum ReopenVoice {
    CONTROLLER,
    MEASUREMENT
}
