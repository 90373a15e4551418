package io.tallybook.command.metering;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.ExcludeRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthCommand.ReopenMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthClosed;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReady;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthReopened;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthThawed;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingHoldsClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReleasesClose;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One point in one accounting period: the consistency boundary of measurement. Open, frozen for a close, or closed. */
public final class MeterMonth {
    @AggregateIdentifier
    private @Nullable MeterMonthId id;

    private final Figures figures = new Figures();
    private final Estimates estimates = new Estimates();
    private final RejectedReadings rejected = new RejectedReadings();
    private final Standstill standstill = new Standstill();
    private final Map<String, PersonId> contributors = new TreeMap<>();

    /** A measured fact is never refused for coming late: it only changes no figure then. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void record(RecordQuantities order) {
        List<Quantity> given = Admission.checked(order, figures.standing().rule());
        figures.news(order, given, standstill).ifPresent(this::take);
        rejected.replacedBy(order).forEach(letter -> replace(order.month(), letter, order.source(), order.by()));
        announceReadiness();
    }

    /** A recording in the place of an estimate says so. */
    private void take(MeterMonthEvent news) {
        Optional<ActualReceived> actual =
                news instanceof QuantitiesRecorded recorded ? estimates.supersededBy(recorded) : Optional.empty();
        apply(news);
        actual.ifPresent(received -> apply(received));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void estimate(EstimateGap order) {
        standstill.checkOpen();
        apply(estimates.estimated(order, figures.standing()));
        announceReadiness();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(AcceptEstimate order) {
        Refused.unlessFound(id, order.month());
        standstill.checkOpen();
        estimates.accepted(order).ifPresent(accepted -> {
            apply(accepted);
            announceReadiness();
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(WithdrawEstimate order) {
        Refused.unlessFound(id, order.month());
        standstill.checkOpen();
        apply(estimates.withdrawn(order));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteRejectedReading order) {
        if (rejected.isKnown(order.deadLetter())) {
            return;
        }
        apply(new RejectedReadingNoted(order.month(), order.deadLetter(), order.start(), order.reason()));
        standstill
                .waiting()
                .ifPresent(close -> apply(new RejectedReadingHoldsClose(order.month(), close, order.deadLetter())));
        figures.goodSince(order)
                .ifPresent(good -> replace(order.month(), order.deadLetter(), good.source(), good.by()));
    }

    private void replace(MeterMonthId month, DeadLetterId letter, Source source, PersonId by) {
        apply(new RejectedReadingReplaced(month, letter, source, by));
        release(letter, null);
    }

    /** Whatever has become of the month since: the close it held hears that it does no longer. */
    private void release(DeadLetterId letter, @Nullable PersonId excludedBy) {
        rejected.heldBy(letter)
                .ifPresent(held ->
                        apply(new RejectedReadingReleasesClose(held.month(), held.closeId(), letter, excludedBy)));
    }

    /** Also before the dead letter was noted: then it will never block. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void exclude(ExcludeRejectedReading order) {
        if (!rejected.isSettled(order.deadLetter())) {
            apply(new RejectedReadingExcluded(order.month(), order.deadLetter(), order.by()));
            release(order.deadLetter(), order.by());
            announceReadiness();
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void freeze(FreezeMeterMonth order) {
        standstill.checkClose(order.closeId());
        if (standstill.isNoNewsFor(order)) {
            return;
        }
        standstill.checkNotClosed();
        Freeze freeze = Freeze.of(order, figures.standing());
        MeterMonthEvent answer = freeze.obstacle(rejected.open())
                .<MeterMonthEvent>map(obstacle -> obstacle)
                .orElseGet(() -> frozen(freeze));
        if (!standstill.isWhatWasSaid(answer)) {
            apply(answer);
        }
    }

    private MeterMonthFrozen frozen(Freeze freeze) {
        return standstill
                .frozen()
                .filter(freeze::isBySameConfiguration)
                .map(freeze::still)
                .orElseGet(() -> freeze.frozen(getVersion(), contributors()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void thaw(ThawMeterMonth order) {
        Refused.unlessFound(id, order.month());
        standstill.checkClose(order.closeId());
        standstill.checkNotClosed();
        if (standstill.isNoNewsFor(order)) {
            return;
        }
        List<QuantitiesRecorded> received = figures.thawed(order.month());
        apply(new MeterMonthThawed(order.month(), order.closeId(), order.attempt()));
        received.forEach(this::take);
        announceReadiness();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(CloseMeterMonth order) {
        Refused.unlessFound(id, order.month());
        standstill.checkClose(order.closeId());
        Refused.when(standstill.isOpen(), "month-not-frozen", "Only a frozen month is closed.");
        if (standstill.isClosed()) {
            return;
        }
        List<LateQuantitiesReceived> left = figures.leftFor(order.month(), order.closeId());
        apply(new MeterMonthClosed(order.month(), order.closeId()));
        left.forEach(late -> apply(late));
    }

    /** What came since the close becomes figures again, as when a frozen month thaws. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenMeterMonth order) {
        Refused.unlessFound(id, order.month());
        standstill.checkClose(order.closeId());
        if (!standstill.isClosed() || standstill.revision() >= order.revision()) {
            return;
        }
        List<QuantitiesRecorded> received = figures.thawed(order.month());
        apply(new MeterMonthReopened(order.month(), order.closeId(), order.revision()));
        received.forEach(this::take);
    }

    private void announceReadiness() {
        MeterMonthNotReady said = standstill.notReady();
        if (said != null && rejected.open().isEmpty() && figures.meets(said)) {
            apply(new MeterMonthReady(
                    said.month(), said.closeId(), said.attempt(), said.area(), said.rosterIndex(), said.rule()));
        }
    }

    @EventSourcingHandler
    void on(MeterMonthEvent event, @Timestamp Instant at) {
        id = event.month();
        switch (event) {
            case QuantitiesRecorded it -> {
                figures.standing().remember(it, at);
                contributes(it.by());
            }
            case GapEstimated it -> {
                estimates.remember(it);
                figures.standing().remember(it.rule(), it.method(), Estimates.standing(it));
            }
            case EstimateAccepted it -> {
                GapEstimated said = estimates.remember(it);
                figures.standing().remember(said.rule(), said.method(), it.quantities());
            }
            case EstimateWithdrawn it -> {
                estimates.forget(it);
                figures.standing().withdraw(it.stood() ? it.quantities() : List.of());
            }
            case ActualReceived it -> estimates.forget(it);
            case LateQuantitiesReceived it -> figures.late().remember(it, figures.standing(), at);
            case RejectedReadingNoted it -> rejected.note(it);
            case RejectedReadingHoldsClose it -> rejected.hold(it);
            case RejectedReadingReleasesClose it -> rejected.release(it.deadLetter());
            case RejectedReadingReplaced it -> rejected.settle(it.deadLetter());
            case RejectedReadingExcluded it -> {
                rejected.settle(it.deadLetter());
                contributes(it.by());
            }
            case MeterMonthNotReady it -> standstill.remember(it);
            case MeterMonthReady _ -> standstill.waitsNoMore();
            case MeterMonthFrozen it -> standstill.remember(it);
            case MeterMonthThawed it -> {
                standstill.remember(it);
                figures.late().forget();
            }
            case MeterMonthClosed _ -> standstill.rememberClosed();
            case MeterMonthReopened it -> {
                standstill.remember(it);
                figures.late().forget();
            }
        }
    }

    /** Who made an estimate counts while it stands; who did anything else counts for good. */
    private Collection<PersonId> contributors() {
        Map<String, PersonId> all = new TreeMap<>(contributors);
        estimates.contributors().forEach(person -> all.put(person.value(), person));
        return all.values();
    }

    /** Who had a hand in the figures may not approve them; the house is nobody. */
    private void contributes(PersonId person) {
        if (!person.equals(PersonId.HOUSE)) {
            contributors.put(person.value(), person);
        }
    }
}
