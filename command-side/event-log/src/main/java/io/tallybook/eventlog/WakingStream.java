package io.tallybook.eventlog;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** A processor's stream of events that calls it when there are more. */
final class WakingStream implements TrackingEventStream {
    private final TrackingEventStream events;
    private final Bell bell;
    private @Nullable Runnable sleeper;

    WakingStream(TrackingEventStream events, Bell bell) {
        this.events = events;
        this.bell = bell;
    }

    @Override
    public synchronized boolean setOnAvailableCallback(Runnable callback) {
        forget();
        sleeper = callback;
        bell.add(callback);
        return true;
    }

    private void forget() {
        if (sleeper != null) {
            bell.remove(sleeper);
            sleeper = null;
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return events.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return events.nextAvailable();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        events.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public synchronized void close() {
        forget();
        events.close();
    }
}
