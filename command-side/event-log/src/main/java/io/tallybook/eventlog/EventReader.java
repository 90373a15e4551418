package io.tallybook.eventlog;

import java.util.List;
import java.util.Optional;

/** Reads the log without going through any view. */
public interface EventReader {
    /** The whole stream in order; empty when there is none. */
    List<StoredEvent> stream(String stream);

    /** Sequence of the stream's last event; empty when there is no such stream. */
    default Optional<Long> lastSequence(String stream) {
        return stream(stream).stream().map(StoredEvent::sequence).max(Long::compare);
    }

    /** At most {@code limit} events after a position, in order. */
    List<StoredEvent> after(long position, int limit);

    Optional<StoredEvent> at(long position);

    /** Position of the last event; 0 when the log is empty. */
    long head();
}
