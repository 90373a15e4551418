package io.tallybook.intake.source;

import java.time.Duration;

/** How a pull waits; tests step the clock instead. */
@FunctionalInterface
interface Pause {
    Pause REAL = Thread::sleep;

    void of(Duration time) throws InterruptedException;
}
