package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProcessorWatchTest {
    private static final Instant START = Instant.parse("2024-11-01T06:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final ProcessorWatch watch = new ProcessorWatch(clock);

    @Test
    void saysSinceWhenWhyAndHowOftenAndForgetsWhatHasPassed() {
        fail("the first");
        now.set(START.plusSeconds(2));
        watch.failed("view-close/0", "view-close", new IllegalStateException("outer", new RuntimeException("why")));

        assertThat(watch.now()).containsExactly(new Standstill("view-close", START, START.plusSeconds(2), 2, "why"));

        watch.passed("view-close/0");
        assertThat(watch.now()).isEmpty();
    }

    @Test
    void asksForAPersonAfterTheLastTryAlone() {
        for (int i = 0; i < Standstill.MOST_TRIES_ALONE; i++) {
            fail("why");
        }
        assertThat(watch.now()).noneMatch(Standstill::needsPerson);
        fail("why");
        assertThat(watch.now()).allMatch(Standstill::needsPerson);
    }

    @Test
    void keepsSegmentsApartAndForgetsWhatAnotherNodeHasTakenOver() {
        fail("why");
        watch.failed("view-close/1", "view-close", new RuntimeException("also"));
        watch.passed("view-close/1");
        assertThat(watch.now()).hasSize(1);

        now.set(START.plus(Duration.ofMinutes(2)));
        assertThat(watch.now()).hasSize(1);
        now.set(START.plus(Duration.ofMinutes(2)).plusMillis(1));
        assertThat(watch.now()).isEmpty();
    }

    @Test
    void saysNoMoreThanFitsAndNamesWhatHasNoMessage() {
        fail("x".repeat(501));
        assertThat(watch.now().getFirst().failure()).hasSize(500);
        watch.failed("view-close/0", "view-close", new StackOverflowError());
        assertThat(watch.now().getFirst().failure()).isEqualTo("StackOverflowError");
    }

    private void fail(String why) {
        watch.failed("view-close/0", "view-close", new RuntimeException(why));
    }
}
