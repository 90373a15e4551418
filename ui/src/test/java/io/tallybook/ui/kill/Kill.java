package io.tallybook.ui.kill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One kill of a running program.
 *
 * @param at the fact at whose first sight it comes; null for one at a random time
 * @param fraction of an undisturbed run's time, for a random one
 * @param everything the database's processes too, else only the JVM
 */
record Kill(@Nullable Point at, double fraction, boolean everything) {
    /** The n-th fact of a type, counted from the prepared directory's last one on. */
    record Point(String type, int nth) {}

    boolean isDue(LogWatch log, Duration running, Duration undisturbed) {
        return at != null ? log.count(at.type()) >= at.nth() : running.toNanos() >= fraction * undisturbed.toNanos();
    }

    @Override
    public String toString() {
        String when = at != null ? at.type() + " #" + at.nth() : "%.3f of a run".formatted(fraction);
        return when + (everything ? ", everything" : ", the JVM");
    }
}
