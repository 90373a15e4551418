package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.migrations.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A processor that waits at the end of the log is called when there is something to read, and not before it is readable. */
class BellTest {
    private static final long PATIENCE_SECONDS = 30;

    private final TestDatabase database = TestDatabase.fresh();
    private final LogTable reader = new LogTable(DSL.using(database.app(), SQLDialect.POSTGRES));
    private final LogWriter writer = new LogWriter(database.app());
    private final Bell bell = new Bell();
    private final LogStorageEngine engine =
            new LogStorageEngine(reader, writer::append, bell, new ProcessorWatch(Clock.systemUTC()));
    private final WakingEventStore store = new WakingEventStore(engine, bell);

    @AfterEach
    void close() {
        store.shutDown();
        writer.close();
    }

    @Test
    void callsAProcessorThatWaitsAtTheEndOfTheLog() throws Exception {
        try (TrackingEventStream events = store.openStream(engine.createHeadToken())) {
            CountDownLatch called = new CountDownLatch(1);
            assertThat(events.setOnAvailableCallback(called::countDown)).isTrue();
            // waiting at the end starts the reader that fills Axon's cache
            assertThat(events.hasNextAvailable()).isFalse();

            append("ann", 0);

            assertThat(called.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(events.hasNextAvailable()).isTrue();
            assertThat(payload(events.nextAvailable())).isEqualTo(new UserId("ann"));
        }
    }

    @Test
    void callsNobodyWhoHasGone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        TrackingEventStream events = store.openStream(engine.createHeadToken());
        events.setOnAvailableCallback(calls::incrementAndGet);
        bell.ring();
        assertThat(calls).hasValue(1);

        events.close();
        bell.ring();

        assertThat(calls).hasValue(1);
    }

    private static UserId payload(TrackedEventMessage<?> event) {
        return ((AccessGranted) event.getPayload()).user();
    }

    private void append(String user, long sequence) {
        PersonId person = new PersonId(user);
        AccessGranted granted = new AccessGranted(new UserId(user), person, Set.of(Role.VIEWER), person, null);
        engine.appendEvents(List.of(new GenericDomainEventMessage<>("AccessGrant", user, sequence, granted)));
    }
}
