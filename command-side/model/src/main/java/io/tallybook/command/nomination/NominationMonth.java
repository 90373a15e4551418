package io.tallybook.command.nomination;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.PinNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.ReopenNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsClosed;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsOutdated;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsReopened;
import io.tallybook.messages.nomination.NominationMonthId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one contract nominated at one point, and what the operator says it got, gas day by gas day of one month. */
public final class NominationMonth {
    @AggregateIdentifier
    private @Nullable NominationMonthId id;

    private final StandingFigures figures = new StandingFigures();
    private final Map<CloseId, NominationsPinned> pinned = new HashMap<>();
    private boolean closed;
    private int revision = 1;

    /** Records what is new. A close that was given other figures hears that they no longer stand (ADR 8). */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordNominations order) {
        List<NominatedDay> news = figures.news(order.kind(), order.days());
        Refused.when(
                news.isEmpty() && id == null,
                "nothing-to-take-back",
                "Nothing was nominated for the month: there is nothing to take back.");
        if (news.isEmpty()) {
            return;
        }
        Refused.when(
                closed,
                "period-is-closed",
                "The period " + order.month().period() + " is closed: what was nominated for it stands.",
                Map.of("closed", order.month().period().value()));
        apply(new NominationsRecorded(
                order.month(), order.kind(), news, figures.version() + 1, order.source(), order.by()));
        pinned.values().stream().toList().forEach(pin -> apply(outdated(pin)));
    }

    private static NominationsOutdated outdated(NominationsPinned pin) {
        NominationMonthId month = pin.month();
        return new NominationsOutdated(
                month,
                pin.closeId(),
                pin.attempt(),
                "what " + month.contract().value() + " nominated at "
                        + month.point().value() + " was changed after it was taken");
    }

    /** One attempt sees one version. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void pin(PinNominations order) {
        NominationsPinned last = pinned.get(order.closeId());
        if (last == null || last.attempt() < order.attempt()) {
            apply(new NominationsPinned(
                    order.month(),
                    order.closeId(),
                    order.attempt(),
                    order.area(),
                    figures.version(),
                    figures.days(NominationKind.NOMINATED),
                    figures.days(NominationKind.OPERATOR_VALUE),
                    figures.contributors(),
                    order.use()));
        } else if (last.attempt() == order.attempt()) {
            apply(last);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseNominations order) {
        if (!closed) {
            apply(new NominationsClosed(order.month(), order.closeId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenNominations order) {
        if (closed && order.revision() > revision) {
            apply(new NominationsReopened(order.month(), order.closeId(), order.revision()));
        }
    }

    @EventSourcingHandler
    void on(NominationsRecorded event) {
        id = event.month();
        figures.remember(event.kind(), event.days(), event.version(), event.by());
    }

    @EventSourcingHandler
    void on(NominationsPinned event) {
        id = event.month();
        pinned.put(event.closeId(), event);
    }

    @EventSourcingHandler
    void on(NominationsClosed event) {
        id = event.month();
        closed = true;
    }

    @EventSourcingHandler
    void on(NominationsReopened event) {
        closed = false;
        revision = event.revision();
    }
}
