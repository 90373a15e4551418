package io.tallybook.messages.variance;

/** How far the word on a flagged line has come. */
public enum ExplanationState {
    /** Nobody has said anything of these figures. */
    PENDING,
    /** Said, and waits for another person. */
    REVIEW,
    /** Another person agreed. */
    APPROVED
}
