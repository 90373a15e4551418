package io.tallybook.messages.processing;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import java.time.Instant;

/** What happened to a Claim by a person's hand; that nodes take and leave claims is no fact. */
public sealed interface ClaimEvent extends Event {
    ClaimId claim();

    /**
     * Any node may take it up again.
     *
     * @param holder the node it was taken from
     * @param lastSign when that gave its last sign of life
     */
    record StaleClaimCleared(ClaimId claim, String holder, Instant lastSign, String reason, PersonId by)
            implements ClaimEvent {}
}
