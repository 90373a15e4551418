package io.tallybook.messages.access;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.UserId;
import java.time.Instant;

/** What happened to the Delegations of a close group. */
public sealed interface DelegationEvent extends Event {
    DelegationsId group();

    /**
     * {@code by} lends the approval right of {@code user}, their own account.
     *
     * @param delegation its number in the group, from 1
     */
    record ApprovalDelegated(
            DelegationsId group,
            int delegation,
            UserId user,
            PersonId delegate,
            Instant from,
            Instant until,
            String reason,
            PersonId by)
            implements DelegationEvent {
        /** The moment it begins belongs to it, the moment it ends does not. */
        public boolean isInForce(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    record DelegationRevoked(DelegationsId group, int delegation, String reason, PersonId by)
            implements DelegationEvent {}
}
