package io.tallybook.eventlog;

import java.time.Instant;
import java.util.List;

/** What Axon and the door ask of a log, be it the one in the database or one that lies over it. */
interface LogReader extends EventReader {
    /** Events in one page; a page that is not full is the last. */
    int PAGE = 500;

    /** A page of a stream from a sequence on, that one not included. */
    List<StoredEvent> stream(String stream, long afterSequence);

    /** Position of the last event before a time; 0 when there is none. Reads the whole log: for people, not for programs. */
    long lastBefore(Instant time);
}
