package io.tallybook.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What one command did to the log. The command door binds one while a command is handled; the engine, called below it on the
 * same thread, checks the caller's expectation against it and fills it in.
 */
final class Receipt {
    static final ScopedValue<Receipt> CURRENT = ScopedValue.newInstance();

    private final String stream;
    private final @Nullable Long expected;
    private long sequence = -1;
    private long position = -1;
    private int events;

    /** @param expected the sequence the caller saw last; null when it did not say */
    Receipt(String stream, @Nullable Long expected) {
        this.stream = stream;
        this.expected = expected;
    }

    /** @throws Stale when the caller saw another last event than the one this follows */
    void check(String writtenStream, long firstSequence) {
        if (expected != null && stream.equals(writtenStream) && firstSequence != expected + 1) {
            throw new Stale();
        }
    }

    void read(String readStream, long lastSequence) {
        if (stream.equals(readStream)) {
            sequence = Math.max(sequence, lastSequence);
        }
    }

    void written(String writtenStream, long lastSequence, long lastPosition, int count) {
        read(writtenStream, lastSequence);
        position = lastPosition;
        events += count;
    }

    String stream() {
        return stream;
    }

    long sequence() {
        return sequence;
    }

    long position() {
        return position;
    }

    int events() {
        return events;
    }
}
