package io.tallybook.messages.workpapers;

/** How far a note has come. */
public enum NoteState {
    UNRESOLVED,
    /** Somebody says it is settled; of a review point another person has to agree. */
    RESOLVED,
    CLOSED,
    /** Its month locked before it was resolved: it goes on in the next. */
    ROLLED_FORWARD
}
