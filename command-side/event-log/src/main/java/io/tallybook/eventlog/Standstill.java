package io.tallybook.eventlog;

import java.time.Instant;

/**
 * A projection or process of this node that cannot get past an event. It keeps its place, skips nothing and tries again, ever
 * more seldom.
 *
 * @param processor its name; {@link #LOG} when the log itself cannot be read
 * @param since the first of the tries that failed
 * @param last the latest of them
 * @param failure what it said then
 */
public record Standstill(String processor, Instant since, Instant last, int tries, String failure) {
    /** Name of what all processors read. */
    public static final String LOG = "log";

    /** So many tries pass by before it is a person's task. */
    public static final int MOST_TRIES_ALONE = 5;

    /** Most trouble passes by itself; what has failed more often does not. */
    public boolean needsPerson() {
        return tries > MOST_TRIES_ALONE;
    }

    Standstill again(Instant at, String newest) {
        return new Standstill(processor, since, at, tries + 1, newest);
    }
}
