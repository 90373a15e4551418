package io.tallybook.command.processing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.processing.ClaimCommand.ClearStaleClaim;
import io.tallybook.messages.processing.ClaimEvent.StaleClaimCleared;
import io.tallybook.messages.processing.ClaimId;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Who cleared what a node left behind, and why. Whether it is stale the database says, for only there it can be found out and
 * changed at once.
 */
public final class Claim {
    @AggregateIdentifier
    private @Nullable ClaimId id;

    private @Nullable StaleClaimCleared last;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void clear(ClearStaleClaim order) {
        String holder = Refused.unlessFound(order.holder(), "holder of " + order.claim());
        var lastSign = Refused.unlessFound(order.lastSign(), "holder of " + order.claim());
        Refused.when(
                !order.stale(),
                "claim-is-live",
                holder + " holds it and gave a sign of life at " + lastSign
                        + ": nothing is taken from a node that works.",
                Map.of("holder", holder, "lastSign", lastSign.toString()));
        if (last == null || !last.holder().equals(holder) || !last.lastSign().equals(lastSign)) {
            apply(new StaleClaimCleared(order.claim(), holder, lastSign, order.reason(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(StaleClaimCleared event) {
        id = event.claim();
        last = event;
    }
}
