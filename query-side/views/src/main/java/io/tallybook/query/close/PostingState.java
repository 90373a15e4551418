package io.tallybook.query.close;

/** How far the journal has come to the ERP. */
public enum PostingState {
    NOT_PREPARED,
    PREPARED,
    REQUESTED,
    POSTED,
    FAILED
}
