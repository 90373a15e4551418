package io.tallybook.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import java.util.Collections;
import java.util.EnumSet;
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
    private boolean revoked;

    /** An account never changes hands: two persons on one account would hide who approved. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void grant(GrantAccess order) {
        Refused.when(order.roles().isEmpty(), "no-roles", "Name at least one role, or revoke the access.");
        Refused.when(
                order.roles().contains(Role.PROCESS), "process-is-nobody", "No account may act as the house itself.");
        AccessGranted wanted = new AccessGranted(
                order.user(), order.person(), Collections.unmodifiableSet(EnumSet.copyOf(order.roles())), order.by());
        if (granted == null || isNews(granted, wanted)) {
            apply(wanted);
        }
    }

    private boolean isNews(AccessGranted known, AccessGranted wanted) {
        Refused.when(
                !known.person().equals(wanted.person()),
                "another-persons-account",
                "The account belongs to another person.");
        return revoked || !known.roles().equals(wanted.roles());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void revoke(RevokeAccess order) {
        Refused.unlessFound(granted, order.user());
        Refused.when(order.reason().isBlank(), "reason-required", "Say why the access is revoked.");
        if (!revoked) {
            apply(new AccessRevoked(order.user(), order.reason(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(AccessGranted event) {
        id = event.user();
        granted = event;
        revoked = false;
    }

    @EventSourcingHandler
    void on(AccessRevoked event) {
        revoked = true;
    }
}
