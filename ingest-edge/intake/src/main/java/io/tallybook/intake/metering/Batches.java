package io.tallybook.intake.metering;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects one point's records of one gas day into one order; what waits is bounded, whatever order the rows come in. */
final class Batches {
    static final int MAX_RECORDS = 100;
    /** So that the event stays below 64 KiB with its own fields. */
    static final int MAX_BYTES = 48 * 1024;

    static final int MAX_WAITING_RECORDS = 32_768;
    static final int MAX_WAITING_BYTES = 16 * 1024 * 1024;
    private static final int RECORD_BYTES = 260;

    /** A point's gas day. */
    record Key(MeterMonthId month, GasDay day, PointRule rule) {}

    static final class Batch {
        final Key key;
        final List<Quantity> quantities = new ArrayList<>();
        private int bytes;

        Batch(Key key) {
            this.key = key;
        }

        private boolean isFull() {
            int due = key.rule().interval().recordsIn(key.day(), key.rule().gasDay());
            return quantities.size() >= Math.min(MAX_RECORDS, due);
        }
    }

    private final Map<Key, Batch> waiting = new LinkedHashMap<>();
    private final List<Batch> ready = new ArrayList<>();
    private int waitingRecords;
    private int waitingBytes;

    void add(Key key, Quantity quantity) {
        int bytes = RECORD_BYTES + jsonBytes(quantity.raw() == null ? "" : quantity.raw());
        Batch batch = waiting.get(key);
        if (batch != null && batch.bytes + bytes > MAX_BYTES) {
            release(batch);
            batch = null;
        }
        if (batch == null) {
            batch = new Batch(key);
            waiting.put(key, batch);
        }
        batch.quantities.add(quantity);
        batch.bytes += bytes;
        waitingRecords++;
        waitingBytes += bytes;
        if (batch.isFull()) {
            release(batch);
        }
        if (waitingRecords > MAX_WAITING_RECORDS || waitingBytes > MAX_WAITING_BYTES) {
            releaseOldest();
        }
    }

    /** How many are ready to be sent. */
    int ready() {
        return ready.size();
    }

    int waitingRecords() {
        return waitingRecords;
    }

    /** Takes up to that many of those that are ready. */
    List<Batch> take(int most) {
        List<Batch> head = ready.subList(0, Math.min(most, ready.size()));
        List<Batch> taken = List.copyOf(head);
        head.clear();
        return taken;
    }

    /** Nothing more will come: all are ready. */
    void releaseAll() {
        List.copyOf(waiting.values()).forEach(this::release);
    }

    private void releaseOldest() {
        Iterator<Batch> oldest = List.copyOf(waiting.values()).iterator();
        while (oldest.hasNext() && (waitingRecords > MAX_WAITING_RECORDS / 2 || waitingBytes > MAX_WAITING_BYTES / 2)) {
            release(oldest.next());
        }
    }

    private void release(Batch batch) {
        waiting.remove(batch.key);
        waitingRecords -= batch.quantities.size();
        waitingBytes -= batch.bytes;
        ready.add(batch);
    }

    /** At most what the text takes inside JSON in UTF-8. */
    static int jsonBytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x20 ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3;
        }
        return bytes;
    }
}
