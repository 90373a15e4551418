package io.tallybook.intake.source;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before a request is tried again: doubling, with jitter, or as long as the source itself says. */
record Backoff(Clock clock, RandomGenerator random) {
    /** Requests for one page, the first one included. */
    static final int MOST_TRIES = 5;

    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** @param tries how many there have been, from 1 */
    Duration after(int tries) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        long millis = Math.min(whole.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    /** {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date. */
    Optional<Duration> asked(Optional<String> retryAfter) {
        return retryAfter.flatMap(this::parsed);
    }

    private Optional<Duration> parsed(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
