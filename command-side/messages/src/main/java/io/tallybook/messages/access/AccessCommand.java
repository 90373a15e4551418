package io.tallybook.messages.access;

import io.tallybook.messages.Command;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to an AccessGrant: what one account may do. Names and passwords are in the identity table, never here. */
public sealed interface AccessCommand extends Command {
    UserId user();

    /**
     * {@code by} is the person who grants; PROCESS grants the very first Admin and the demo's users. While there is another Admin
     * the grant waits for one.
     *
     * @param limit up to which amount an APPROVER's signature suffices alone of the two; null for any amount
     * @param scope the close groups it reaches; null for the whole house
     * @param otherAdmins how many other persons could approve it now
     */
    @SentBy({Role.ADMIN, Role.PROCESS})
    record GrantAccess(
            @TargetAggregateIdentifier UserId user,
            PersonId person,
            Set<Role> roles,
            @Nullable Money limit,
            @Nullable Scope scope,
            int otherAdmins,
            PersonId by,
            Instant at)
            implements AccessCommand {
        public GrantAccess(UserId user, PersonId person, Set<Role> roles, int otherAdmins, PersonId by, Instant at) {
            this(user, person, roles, null, null, otherAdmins, by, at);
        }
    }

    /** Another Admin than the one who proposed it wants these very roles, limit and scope. */
    @SentBy(Role.ADMIN)
    record ApproveAccess(
            @TargetAggregateIdentifier UserId user,
            Set<Role> roles,
            @Nullable Money limit,
            @Nullable Scope scope,
            PersonId by,
            Instant at)
            implements AccessCommand {
        public ApproveAccess(UserId user, Set<Role> roles, PersonId by, Instant at) {
            this(user, roles, null, null, by, at);
        }
    }

    /** Takes every role, and what was proposed: at once, for taking away harms no figure. */
    @SentBy({Role.ADMIN, Role.PROCESS})
    record RevokeAccess(@TargetAggregateIdentifier UserId user, String reason, PersonId by, Instant at)
            implements AccessCommand {}
}
