package io.tallybook.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.ApproveAccess;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessProposed;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one account may do, and whose account it is. */
public final class AccessGrant {
    @AggregateIdentifier
    private @Nullable UserId id;

    private @Nullable AccessGranted granted;
    private @Nullable AccessProposed proposed;
    private boolean revoked;

    /** An account never changes hands: two persons on one account would hide who approved. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void grant(GrantAccess order) {
        Refused.when(order.roles().isEmpty(), "no-roles", "Name at least one role, or revoke the access.");
        Refused.when(
                order.roles().contains(Role.PROCESS), "process-is-nobody", "No account may act as the house itself.");
        Refused.when(
                isAnothers(granted == null ? null : granted.person(), order)
                        || isAnothers(proposed == null ? null : proposed.person(), order),
                "another-persons-account",
                "The account belongs to another person.");
        Refused.when(
                order.scope() != null && order.roles().contains(Role.ADMIN),
                "admin-reaches-all",
                "An Admin grants to the whole house: name no close groups, or not this role.");
        Set<Role> roles = Collections.unmodifiableSet(EnumSet.copyOf(order.roles()));
        boolean holds = !revoked
                && granted != null
                && granted.roles().equals(roles)
                && Objects.equals(granted.limit(), order.limit())
                && Objects.equals(granted.scope(), order.scope());
        boolean waits = proposed != null
                && proposed.roles().equals(roles)
                && Objects.equals(proposed.limit(), order.limit())
                && Objects.equals(proposed.scope(), order.scope());
        if (holds || waits) {
            return;
        }
        apply(
                order.otherAdmins() == 0
                        ? new AccessGranted(
                                order.user(), order.person(), roles, order.by(), null, order.limit(), order.scope())
                        : new AccessProposed(
                                order.user(), order.person(), roles, order.by(), order.limit(), order.scope()));
    }

    private static boolean isAnothers(@Nullable PersonId person, GrantAccess order) {
        return person != null && !person.equals(order.person());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveAccess order) {
        if (proposed == null
                && granted != null
                && granted.roles().equals(order.roles())
                && Objects.equals(granted.limit(), order.limit())
                && Objects.equals(granted.scope(), order.scope())
                && !revoked) {
            return;
        }
        AccessProposed here = Refused.unlessFound(proposed, order.user());
        Refused.when(
                here.by().equals(order.by()),
                "approver-proposed",
                "Who proposed a grant does not approve it: another Admin does.");
        Refused.when(here.person().equals(order.by()), "own-access", "Nobody approves what they may do themselves.");
        Refused.when(
                !here.roles().equals(order.roles())
                        || !Objects.equals(here.limit(), order.limit())
                        || !Objects.equals(here.scope(), order.scope()),
                "content-not-current",
                "What was approved is not what is proposed.");
        apply(new AccessGranted(
                here.user(), here.person(), here.roles(), here.by(), order.by(), here.limit(), here.scope()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void revoke(RevokeAccess order) {
        Refused.when(granted == null && proposed == null, "not-found", "There is no " + order.user() + ".");
        Refused.when(order.reason().isBlank(), "reason-required", "Say why the access is revoked.");
        if (!revoked || proposed != null) {
            apply(new AccessRevoked(order.user(), order.reason(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(AccessGranted event) {
        id = event.user();
        granted = event;
        proposed = null;
        revoked = false;
    }

    @EventSourcingHandler
    void on(AccessProposed event) {
        id = event.user();
        proposed = event;
    }

    @EventSourcingHandler
    void on(AccessRevoked event) {
        proposed = null;
        revoked = true;
    }
}
