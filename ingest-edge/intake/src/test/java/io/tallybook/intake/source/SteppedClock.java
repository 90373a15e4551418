package io.tallybook.intake.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when somebody waits. */
final class SteppedClock extends Clock implements Pause {
    private final AtomicReference<Instant> now;
    private final List<Duration> waited = new ArrayList<>();

    SteppedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public void of(Duration time) {
        waited.add(time);
        now.updateAndGet(at -> at.plus(time));
    }

    List<Duration> waited() {
        return List.copyOf(waited);
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
