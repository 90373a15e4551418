package io.tallybook.messages.source;

/** Why a pull could not go on. */
public enum PullFault {
    /** The installation does not allow it: host, folder or credential. */
    NOT_ALLOWED,
    /** No answer, however often it was tried. */
    NO_ANSWER,
    /** The source said no. */
    REFUSED,
    /** An answer that is not what the definition says. */
    UNREADABLE,
    /** A bound was reached. */
    TOO_MUCH,
    /** The house itself could not take it in. */
    NOT_TAKEN
}
