package io.tallybook.intake.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when somebody waits. */
final class SteppedClock extends Clock implements Pause {
    private final AtomicReference<Instant> now;
    private Runnable meanwhile = () -> {};

    SteppedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public void of(Duration time) {
        meanwhile.run();
        meanwhile = () -> {};
        now.updateAndGet(at -> at.plus(time));
    }

    /** Happens during the next wait. */
    void meanwhile(Runnable something) {
        meanwhile = something;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
