package io.tallybook.messages;

/** What became of an order; page, API and CLI map the same table. */
public enum Outcome {
    ACCEPTED(200),
    /** Nothing was new: no event was written. */
    UNCHANGED(200),
    /** A rule said no. */
    REFUSED(409),
    /** The person may not do this. */
    FORBIDDEN(403),
    /** The person may not know of it, or it is not there. */
    NOT_FOUND(404),
    INVALID(422),
    /** The caller's If-Match is no longer the stream's sequence. */
    STALE(412),
    BUSY(503),
    STORAGE_FULL(507),
    FAULT(500);

    private final int status;

    Outcome(int status) {
        this.status = status;
    }

    /** The HTTP status of this outcome. */
    public int status() {
        return status;
    }
}
