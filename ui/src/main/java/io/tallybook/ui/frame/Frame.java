package io.tallybook.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param theme {@code light}, {@code dark} or null to follow the system
 * @param site the network in force, by name
 * @param period the period in force
 * @param person who is signed in, by name
 * @param excepted who is let behind a soft lock now, for everybody to see
 * @param heard position of the last change this node had heard of before the page was made
 */
public record Frame(
        String language,
        @Nullable String theme,
        boolean demo,
        String path,
        List<Room> rooms,
        @Nullable String site,
        @Nullable String period,
        List<PeriodDoor> periods,
        String person,
        List<Excepted> excepted,
        long heard) {

    /** One of the five rooms; without doors it says why there are none. */
    public record Room(String key, List<Door> doors) {}

    /** A way into a page, with how much waits there. */
    public record Door(String key, String path, boolean here, int count) {}

    /**
     * An exception from a soft lock that runs.
     *
     * @param area message key of the area
     * @param who null for everybody
     * @param left until {@code until}
     */
    public record Excepted(
            String group, String area, @Nullable String who, String by, String reason, Instant until, Duration left) {}

    /** A period to go to, with the word for where it stands. */
    public record PeriodDoor(String name, String path, String word, boolean here) {}
}
