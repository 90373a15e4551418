package io.tallybook.eventlog;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A small aggregate to try the door with: unchanged, refused, invalid and broken on demand. */
class Grant {
    static final String BROKEN = "broken";

    @AggregateIdentifier
    private @Nullable UserId user;

    private Set<Role> roles = Set.of();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantAccess command) {
        if (!command.roles().equals(roles)) {
            AggregateLifecycle.apply(
                    new AccessGranted(command.user(), command.person(), command.roles(), command.by(), null));
        }
    }

    @CommandHandler
    void handle(RevokeAccess command) {
        Invalid.unless(!command.reason().isBlank(), "a reason is needed");
        if (command.reason().equals(BROKEN)) {
            throw new IllegalStateException("a programming error");
        }
        Refused.when(
                roles.isEmpty(),
                "nothing-granted",
                "Nothing is granted.",
                Map.of("user", command.user().value()));
        AggregateLifecycle.apply(new AccessRevoked(command.user(), command.reason(), command.by()));
    }

    @EventSourcingHandler
    void on(AccessGranted event) {
        user = event.user();
        roles = event.roles();
    }

    @EventSourcingHandler
    void on(AccessRevoked event) {
        roles = Set.of();
    }
}
