package io.tallybook.query.journal;

/** Where a journal batch stands. */
public enum JournalState {
    WAITING,
    PREPARED,
    /** It could not be prepared; the sentence says why. */
    FAILED,
    POSTING_REQUESTED,
    POSTED,
    POSTING_FAILED,
    /** Its month is open again and the ERP has taken back what it posted. */
    REVERSED
}
