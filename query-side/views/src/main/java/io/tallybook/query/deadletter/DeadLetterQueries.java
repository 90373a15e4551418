package io.tallybook.query.deadletter;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.util.List;
import java.util.Optional;

/** Dead letters. */
public interface DeadLetterQueries {
    /** Newest first. */
    Page<DeadLetterView> deadLetters(DeadLetterFilter filter, PageRequest page);

    Optional<DeadLetterView> deadLetter(DeadLetterId deadLetter);

    /** By category and status; status and category of the filter are ignored. */
    List<DeadLetterCount> counts(DeadLetterFilter filter);

    /** How many are open: the badge. */
    int open();
}
