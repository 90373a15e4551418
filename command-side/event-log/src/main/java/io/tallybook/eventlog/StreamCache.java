package io.tallybook.eventlog;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of streams lately read, so that a command reads and parses only what came since. Written facts never change, hence
 * nothing here can be wrong, only short: whoever reads asks the log for the rest. What was not used longest goes first.
 */
final class StreamCache {
    private final long mostBytes;
    private final Map<String, List<StoredEvent>> streams = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** @param mostBytes payload bytes kept, all streams together */
    StreamCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The first events of a stream, from sequence 0 without a gap; empty when nothing is known of it. */
    synchronized List<StoredEvent> of(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    /** Takes in events just read, if they follow what is known. */
    synchronized void extend(String stream, List<StoredEvent> read) {
        List<StoredEvent> known = streams.getOrDefault(stream, List.of());
        if (read.isEmpty() || read.getFirst().sequence() != known.size()) {
            return;
        }
        List<StoredEvent> longer = new ArrayList<>(known.size() + read.size());
        longer.addAll(known);
        longer.addAll(read);
        streams.put(stream, List.copyOf(longer));
        bytes += size(read);
        shrink();
    }

    private void shrink() {
        Iterator<List<StoredEvent>> oldest = streams.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    private static long size(List<StoredEvent> events) {
        return events.stream().mapToLong(event -> event.payload().length).sum();
    }
}
