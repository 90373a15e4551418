package io.tallybook.command.deadletter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterCommand.MarkReplaced;
import io.tallybook.messages.deadletter.DeadLetterCommand.ReceiveDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterExcluded;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReplaced;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An external message we could not accept, until a good one takes its place or somebody excludes it. */
public final class DeadLetter {
    @AggregateIdentifier
    private @Nullable DeadLetterId id;

    private @Nullable DeadLetterReceived received;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        REPLACED,
        EXCLUDED
    }

    /** File and line are the id: whatever else it says, it is the same message again. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void receive(ReceiveDeadLetter order) {
        if (received != null) {
            return;
        }
        apply(new DeadLetterReceived(
                order.deadLetter(),
                order.source(),
                order.line(),
                order.category(),
                order.reason(),
                order.raw(),
                order.month(),
                order.start(),
                order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void exclude(ExcludeDeadLetter order) {
        DeadLetterReceived here = Refused.unlessFound(received, order.deadLetter());
        Refused.when(order.reason().isBlank(), "reason-required", "Say why this message is left out.");
        Refused.when(
                state == State.REPLACED,
                "dead-letter-replaced",
                "A good record has taken its place already: there is nothing to exclude.");
        if (state == State.OPEN) {
            apply(new DeadLetterExcluded(order.deadLetter(), here.month(), order.reason(), order.by()));
        }
    }

    /** An excluded one stays excluded: a person's word stands. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void replace(MarkReplaced order) {
        Refused.unlessFound(received, order.deadLetter());
        if (state == State.OPEN) {
            apply(new DeadLetterReplaced(order.deadLetter(), order.source(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(DeadLetterReceived event) {
        id = event.deadLetter();
        received = event;
    }

    @EventSourcingHandler
    void on(DeadLetterExcluded event) {
        state = State.EXCLUDED;
    }

    @EventSourcingHandler
    void on(DeadLetterReplaced event) {
        state = State.REPLACED;
    }
}
