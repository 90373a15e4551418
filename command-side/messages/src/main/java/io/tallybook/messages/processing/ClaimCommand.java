package io.tallybook.messages.processing;

import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a Claim: what becomes of the work a node left behind. */
public sealed interface ClaimCommand extends Command {
    ClaimId claim();

    /** How long a reason is at most. */
    int LONGEST_REASON = 500;

    /**
     * Takes the claim from a node that gives no sign of life.
     *
     * @param holder the node that holds it; null when none does
     * @param lastSign its last sign of life; null when nobody holds it
     * @param stale whether it was found stale, and let go, by one statement in the transaction that waits for this order
     */
    @SentBy(Role.ADMIN)
    record ClearStaleClaim(
            @TargetAggregateIdentifier ClaimId claim,
            @Nullable String holder,
            @Nullable Instant lastSign,
            boolean stale,
            String reason,
            PersonId by,
            Instant at)
            implements ClaimCommand {
        public ClearStaleClaim {
            Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 500 characters");
        }
    }
}
