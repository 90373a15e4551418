package io.tallybook.command.metering;

import io.tallybook.command.metering.LateReadings.LateReading;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthCommand.NoteRejectedReading;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands and what is known beyond it, and the events a delivery makes of the difference. */
final class Figures {
    private final Readings standing = new Readings();
    private final LateReadings late = new LateReadings();

    Readings standing() {
        return standing;
    }

    LateReadings late() {
        return late;
    }

    /** What a delivery changes: figures while the month is open, nothing but what is known once it stands still. */
    Optional<? extends MeterMonthEvent> news(RecordQuantities order, List<Quantity> given, Standstill standstill) {
        return standstill.isOpen() ? recorded(order, given) : late(order, given, standstill);
    }

    private Optional<QuantitiesRecorded> recorded(RecordQuantities order, List<Quantity> given) {
        List<RecordedQuantity> news = standing.news(given);
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuantitiesRecorded(
                        order.month(), order.day(), order.rule(), news, order.source(), order.by()));
    }

    private Optional<LateQuantitiesReceived> late(RecordQuantities order, List<Quantity> given, Standstill standstill) {
        List<LateQuantity> news = given.stream()
                .filter(quantity -> !isLatestKnown(quantity))
                .map(quantity ->
                        new LateQuantity(standing.figure(quantity.start()), latestFigure(quantity.start()), quantity))
                .toList();
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of(new LateQuantitiesReceived(
                        order.month(),
                        standstill.close(),
                        standstill.standing(),
                        order.day(),
                        news,
                        order.source(),
                        order.by()));
    }

    private boolean isLatestKnown(Quantity quantity) {
        return late.at(quantity.start())
                .map(it -> it.quantity().contentHash().equals(quantity.contentHash()))
                .orElseGet(() -> standing.at(quantity.start())
                        .filter(it -> it.says(quantity))
                        .isPresent());
    }

    private @Nullable Energy latestFigure(Instant start) {
        return late.at(start).map(it -> it.quantity().signed()).orElse(standing.figure(start));
    }

    /** A good record of a rejected interval that came from another file since the rejected one: the relay was slower. */
    Optional<Taken> goodSince(NoteRejectedReading order) {
        return Optional.ofNullable(order.start())
                .flatMap(standing::startOfIntervalAt)
                .flatMap(this::latestTaken)
                .filter(taken -> !taken.at().isBefore(order.at()) && taken.isFromAnotherFileThan(order.deadLetter()));
    }

    private Optional<Taken> latestTaken(Instant start) {
        return late.at(start)
                .map(LateReading::taken)
                .or(() -> standing.at(start).flatMap(Reading::origin));
    }

    /** Whether the month has become what the close was told it was not. */
    boolean meets(MeterMonthNotReady said) {
        return new Expected(said.month().period(), said.rule()).isMetBy(standing);
    }

    /** What thawing makes stand: each delivery with the records that nothing later has replaced, in order received. */
    List<QuantitiesRecorded> thawed(MeterMonthId month) {
        record Delivery(GasDay day, Source source, PersonId by) {}
        PointRule rule = Objects.requireNonNull(standing.rule(), "a frozen month has records");
        return late
                .together(it ->
                        new Delivery(it.day(), it.taken().source(), it.taken().by()))
                .stream()
                .flatMap(group -> Admission.parts(
                                group.stream().map(LateReading::quantity).toList())
                        .stream()
                        .map(part -> new QuantitiesRecorded(
                                month,
                                group.getFirst().day(),
                                rule,
                                standing.news(part),
                                group.getFirst().taken().source(),
                                group.getFirst().taken().by())))
                .toList();
    }

    /**
     * What closing leaves for adjustment: one event per gas day and publication, as an adjustment has one. Nothing between
     * the figure that stands and this record has been adjusted, for deliveries in between were overtaken while the month
     * was frozen; so {@code latest}, the old figure of the adjustment, is the one that stands.
     */
    List<LateQuantitiesReceived> leftFor(MeterMonthId month, CloseId close) {
        record Publication(GasDay day, Sha256 file) {}
        return late.together(it -> new Publication(it.day(), it.taken().source().file())).stream()
                .map(group -> new LateQuantitiesReceived(
                        month,
                        close,
                        Standing.CLOSED,
                        group.getFirst().day(),
                        fitting(group).map(this::left).toList(),
                        group.getFirst().taken().source(),
                        group.getFirst().taken().by()))
                .toList();
    }

    /** One event, so that there is one adjustment; its raw rows stand in the deliveries too and stay out if they do not fit. */
    private static Stream<Quantity> fitting(List<LateReading> group) {
        List<Quantity> whole = group.stream().map(LateReading::quantity).toList();
        return Admission.parts(whole).size() == 1
                ? whole.stream()
                : whole.stream().map(Figures::withoutRaw);
    }

    private static Quantity withoutRaw(Quantity of) {
        return new Quantity(of.start(), of.energy(), of.direction(), of.quality(), of.line(), null);
    }

    private LateQuantity left(Quantity quantity) {
        Energy figure = standing.figure(quantity.start());
        return new LateQuantity(figure, figure, quantity);
    }
}
