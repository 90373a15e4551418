package io.tallybook.messages.close;

import io.tallybook.messages.PersonId;
import java.time.Instant;

/**
 * An approver's right in another's hands, as the group's Delegations give it (ADR 22).
 *
 * @param delegation its number there
 * @param of whose right it is
 * @param until the moment from which on it is none
 */
public record LentRight(int delegation, PersonId of, Instant from, Instant until) {
    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
