package io.tallybook.messages.workpapers;

/** A note is said; a review point wants to be settled, by one person and to another's satisfaction. */
public enum NoteKind {
    NOTE,
    REVIEW_POINT
}
