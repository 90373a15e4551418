package io.tallybook.messages.access;

import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to access, and what the door refused. */
public sealed interface AccessEvent extends Event {
    /**
     * {@code approvedBy} is the second Admin; null when there was none to ask, or the house granted it.
     *
     * @param limit up to which amount an APPROVER's signature suffices alone of the two; null for any amount
     * @param scope the close groups it reaches; null for the whole house
     */
    record AccessGranted(
            UserId user,
            PersonId person,
            Set<Role> roles,
            PersonId by,
            @Nullable PersonId approvedBy,
            @Nullable Money limit,
            @Nullable Scope scope)
            implements AccessEvent {
        public AccessGranted(
                UserId user, PersonId person, Set<Role> roles, PersonId by, @Nullable PersonId approvedBy) {
            this(user, person, roles, by, approvedBy, null, null);
        }
    }

    /** Waits for another Admin; what was granted before holds until then. */
    record AccessProposed(
            UserId user,
            PersonId person,
            Set<Role> roles,
            PersonId by,
            @Nullable Money limit,
            @Nullable Scope scope) implements AccessEvent {
        public AccessProposed(UserId user, PersonId person, Set<Role> roles, PersonId by) {
            this(user, person, roles, by, null, null);
        }
    }

    record AccessRevoked(UserId user, String reason, PersonId by) implements AccessEvent {}

    /** A rule said no; written by the command door in its own unit of work, once per command id. */
    record CommandRefused(
            String commandId,
            String type,
            String target,
            String rule,
            Map<String, String> evidence,
            @Nullable PersonId by,
            String channel)
            implements AccessEvent {}
}
