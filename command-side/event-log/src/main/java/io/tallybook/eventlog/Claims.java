package io.tallybook.eventlog;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.processing.ClaimId;
import java.util.List;

/** Which node works on what, on every node of the installation, and the release of what one left behind. */
public interface Claims {
    /** How many scheduled tasks that run are told of at most; a node runs a handful. */
    int MOST_TASKS = 100;

    /** Every segment of every processor by name, then the scheduled tasks that run. */
    List<Claim> all();

    /** The segments of one processor. */
    List<Claim> of(String processor);

    /**
     * Lets a claim go that is stale at this very moment, and records who did it and why; what is not recorded is not let go. One
     * that is renewed is refused by the rule {@code claim-is-live}, one that nobody holds is not found.
     *
     * @throws Invalid when the reason is none
     */
    Answer clear(ClaimId claim, String reason, Caller caller);
}
