package io.tallybook.eventlog;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store, whose streams call a processor when an event has come. The stock one has no such call, so that each
 * processor looks every half second; a close takes some ten steps one after another, and each would wait for that.
 */
final class WakingEventStore extends EmbeddedEventStore {
    /** How soon events of another node are seen: those of this one are fetched at once. */
    private static final long FETCH_DELAY_MILLIS = 250;

    private final Bell bell;

    WakingEventStore(LogStorageEngine engine, Bell bell) {
        super(EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(FETCH_DELAY_MILLIS));
        this.bell = bell;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new WakingStream(super.openStream(token), bell);
    }
}
