package io.tallybook.messages.access;

import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.UserId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to the Delegations of a close group: who may sign a pack in an approver's stead, and until when. */
public sealed interface DelegationCommand extends Command {
    DelegationsId group();

    /** The longest a right is lent. */
    Duration LONGEST = Duration.ofDays(31);

    /** How long a reason is at most. */
    int LONGEST_REASON = 500;

    /**
     * Lends one's own right to approve the group's closes, from a moment on until it ends by itself.
     *
     * @param user the account whose right and limit it is, {@code by}'s own
     */
    @SentBy(Role.APPROVER)
    record DelegateApproval(
            @TargetAggregateIdentifier DelegationsId group,
            UserId user,
            PersonId delegate,
            Instant from,
            Instant until,
            String reason,
            PersonId by,
            Instant at)
            implements DelegationCommand {
        public DelegateApproval {
            Invalid.unless(!delegate.equals(by), "an approver delegates to another person");
            Invalid.unless(from.isBefore(until), "a delegation ends after it begins");
            Invalid.unless(Duration.between(from, until).compareTo(LONGEST) <= 0, "a delegation lasts at most 31 days");
            Invalid.unless(until.isAfter(at), "a delegation ends in the future");
            checkReason(reason);
        }
    }

    /** Ends a delegation at once, for taking away harms no figure. */
    @SentBy({Role.APPROVER, Role.ADMIN})
    record RevokeDelegation(
            @TargetAggregateIdentifier DelegationsId group, int delegation, String reason, PersonId by, Instant at)
            implements DelegationCommand {
        public RevokeDelegation {
            checkReason(reason);
        }
    }

    private static void checkReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 500 characters");
    }
}
