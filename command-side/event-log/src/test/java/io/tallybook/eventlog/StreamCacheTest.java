package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.contract.ShipperEvent.ShipperRegistered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamCacheTest {
    private final StreamCache cache = new StreamCache(300);

    @Test
    void knowsWhatFollowsWithoutAGapAndNothingElse() {
        cache.extend("a", List.of(event("a", 0), event("a", 1)));
        cache.extend("a", List.of(event("a", 3)));
        cache.extend("a", List.of(event("a", 1), event("a", 2)));
        assertThat(cache.of("a")).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
        cache.extend("a", List.of(event("a", 2)));
        assertThat(cache.of("a")).extracting(StoredEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(cache.of("b")).isEmpty();
    }

    @Test
    void keepsToItsBoundAndForgetsWhatWasNotUsedLongest() {
        cache.extend("a", List.of(event("a", 0)));
        cache.extend("b", List.of(event("b", 0)));
        cache.extend("c", List.of(event("c", 0)));
        assertThat(cache.bytes()).isEqualTo(300);
        cache.of("a");
        cache.extend("d", List.of(event("d", 0)));
        assertThat(cache.bytes()).isEqualTo(300);
        assertThat(cache.of("b")).isEmpty();
        assertThat(cache.of("a")).hasSize(1);
    }

    @Test
    void aStreamTooLongForItIsNotKeptAndCountsNothing() {
        cache.extend("a", List.of(event("a", 0), event("a", 1), event("a", 2), event("a", 3)));
        assertThat(cache.of("a")).isEmpty();
        assertThat(cache.bytes()).isZero();
    }

    private static StoredEvent event(String stream, long sequence) {
        return new StoredEvent(
                1,
                new UUID(0, 0),
                stream,
                "Shipper",
                sequence,
                Instant.EPOCH,
                "contract.shipper-registered",
                "1",
                new byte[100],
                Map.of(),
                Samples.full(ShipperRegistered.class));
    }
}
