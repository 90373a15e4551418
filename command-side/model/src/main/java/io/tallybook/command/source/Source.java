package io.tallybook.command.source;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceCommand.FailPull;
import io.tallybook.messages.source.SourceCommand.PauseSource;
import io.tallybook.messages.source.SourceCommand.RecordPull;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceCommand.ResumeSource;
import io.tallybook.messages.source.SourceCommand.TakeObject;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import io.tallybook.messages.source.SourceEvent.PullRequested;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.SourceEvent.SourcePaused;
import io.tallybook.messages.source.SourceEvent.SourceResumed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A named source: how it is read, how far it has been read, and what every pull came to (ADR 16). */
public final class Source {
    @AggregateIdentifier
    private @Nullable SourceId id;

    private @Nullable SourceDefinition definition;
    private int version;
    private boolean paused;
    private Pulls pulls = Pulls.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void define(DefineSource order) {
        if (!order.definition().equals(definition)) {
            boolean goesOn = definition != null && order.definition().continues(definition);
            apply(new SourceDefined(order.source(), version + 1, order.definition(), goesOn, order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pause(PauseSource order) {
        Refused.unlessFound(definition, order.source());
        Refused.when(order.reason().isBlank(), "reason-needed", "Say why the source is paused.");
        if (!paused) {
            apply(new SourcePaused(order.source(), order.reason(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void resume(ResumeSource order) {
        Refused.unlessFound(definition, order.source());
        if (paused) {
            apply(new SourceResumed(order.source(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void request(RequestPull order) {
        Refused.unlessFound(definition, order.source());
        Refused.when(paused, "source-is-paused", "The source is paused; resume it, and it is read at once.");
        if (!pulls.isAwaited()) {
            apply(new PullRequested(order.source(), order.at(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TakeObject order) {
        ObjectTaken taken = new ObjectTaken(
                order.source(),
                order.start().pull(),
                order.start().startedAt(),
                order.number(),
                order.object(),
                order.watermark());
        if (!pulls.isLast(taken)) {
            Refused.unlessFound(definition, order.source());
            pulls.requireCurrent(order.start(), version);
            apply(taken);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordPull order) {
        Refused.unlessFound(definition, order.source());
        if (pulls.hasEnded(order.start().pull())) {
            return;
        }
        pulls.requireCurrent(order.start(), version);
        PullRecorded recorded = pulls.recorded(order);
        if (pulls.isNews(recorded)) {
            apply(recorded);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void fail(FailPull order) {
        Refused.unlessFound(definition, order.source());
        PullFailed failed = pulls.failed(order);
        if (!pulls.hasEnded(order.start().pull()) && pulls.isNews(failed)) {
            apply(failed);
        }
    }

    @EventSourcingHandler
    void on(SourceDefined event) {
        id = event.source();
        pulls = event.goesOn() ? pulls : pulls.fromTheStart();
        definition = event.definition();
        version = event.version();
    }

    @EventSourcingHandler
    void on(SourcePaused event) {
        paused = true;
    }

    @EventSourcingHandler
    void on(SourceResumed event) {
        paused = false;
    }

    @EventSourcingHandler
    void on(PullRequested event) {
        pulls = pulls.asked(event.requestedAt());
    }

    @EventSourcingHandler
    void on(ObjectTaken event) {
        pulls = pulls.after(event);
    }

    @EventSourcingHandler
    void on(PullRecorded event) {
        pulls = pulls.after(event);
    }

    @EventSourcingHandler
    void on(PullFailed event) {
        pulls = pulls.after(event);
    }
}
