package io.tallybook.intake.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The rate limit of one source: a bucket that holds one token and is filled evenly, so that no minute, wherever it begins, sees
 * more requests than allowed.
 */
final class Pace {
    private final Clock clock;
    private final Pause pause;
    private Instant free = Instant.MIN;

    Pace(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits for a token and takes it. */
    void await(int perMinute) throws InterruptedException {
        Duration wait = take(Duration.ofMinutes(1).dividedBy(perMinute));
        if (wait.isPositive()) {
            pause.of(wait);
        }
    }

    private synchronized Duration take(Duration interval) {
        Instant now = clock.instant();
        Instant turn = free.isAfter(now) ? free : now;
        free = turn.plus(interval);
        return Duration.between(now, turn);
    }
}
