package io.tallybook.query;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the projections have come behind the log. */
public interface ViewProgress {
    /**
     * Waits until every projection has handled the event at this position.
     *
     * @param atMost how long to wait, at most 30 s
     * @return false when the time was up before
     */
    boolean await(long position, Duration atMost);

    /** Where each projection stands, by name. */
    List<ProjectionProgress> projections();

    /**
     * One projection.
     *
     * @param position last event handled; 0 when none
     * @param lag how many events it listens to have come since, counted up to 100,000
     * @param failure what stopped it, else null
     */
    record ProjectionProgress(
            String name, long position, long lag, @Nullable String failure) {}
}
