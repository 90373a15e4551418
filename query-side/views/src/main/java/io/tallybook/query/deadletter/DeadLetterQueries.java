package io.tallybook.query.deadletter;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dead letters. */
public interface DeadLetterQueries {
    /** Newest first. */
    Page<DeadLetterView> deadLetters(DeadLetterFilter filter, PageRequest page);

    Optional<DeadLetterView> deadLetter(DeadLetterId deadLetter);

    /** By category and status; status and category of the filter are ignored. */
    List<DeadLetterCount> counts(DeadLetterFilter filter);

    /** Since when the oldest that blocks a point's month is open; empty when none is. */
    Optional<Instant> openSince(MeterMonthId month);

    /** How many are open: the badge. */
    int open();
}
