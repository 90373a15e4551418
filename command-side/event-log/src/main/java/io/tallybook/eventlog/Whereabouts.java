package io.tallybook.eventlog;

import io.tallybook.eventlog.Touched.OfArea;
import io.tallybook.eventlog.Touched.OfContract;
import io.tallybook.eventlog.Touched.OfDeadLetter;
import io.tallybook.eventlog.Touched.OfGroup;
import io.tallybook.eventlog.Touched.OfNetwork;
import io.tallybook.eventlog.Touched.OfPoint;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Event;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.NetworkEvent.NetworkEstablished;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** To which close group a place belongs, read from the streams themselves; what is not there yet belongs to none. */
final class Whereabouts {
    /** Places remembered; a network has 256 areas and as many contracts. */
    private static final int MOST_KNOWN = 4_096;

    private final LogReader log;
    private final Map<String, CloseGroup> known = new ConcurrentHashMap<>();

    Whereabouts(LogReader log) {
        this.log = log;
    }

    /** What is touched, with the close group it belongs to. */
    record Found(CloseGroup group, Touched touched) {}

    Optional<Found> of(Touched touched) {
        return touched.place() instanceof OfDeadLetter letter
                ? month(letter)
                        .map(month -> Touched.since(new OfPoint(month.point()), month.period()))
                        .flatMap(this::found)
                : found(touched);
    }

    private Optional<Found> found(Touched touched) {
        return group(touched.place()).map(group -> new Found(group, touched));
    }

    private Optional<CloseGroup> group(Touched.Place place) {
        return switch (place) {
            case OfGroup of -> Optional.of(of.group());
            case OfNetwork of -> network(of);
            case OfArea of -> area(of);
            // a point may be moved to another area: it is looked up each time
            case OfPoint of -> last(of.point(), PointConfigured.class).flatMap(point -> area(new OfArea(point.area())));
            case OfContract of ->
                known(of.contract(), ContractSigned.class, contract -> area(new OfArea(contract.area())));
            case OfDeadLetter _ -> Optional.empty();
        };
    }

    private Optional<CloseGroup> area(OfArea of) {
        return known(of.area(), AreaEstablished.class, area -> network(new OfNetwork(area.network())));
    }

    private Optional<CloseGroup> network(OfNetwork of) {
        return known(of.network(), NetworkEstablished.class, network -> Optional.of(network.group()));
    }

    private Optional<MeterMonthId> month(OfDeadLetter of) {
        return last(of.deadLetter(), DeadLetterReceived.class).flatMap(letter -> Optional.ofNullable(letter.month()));
    }

    /** What is established once and for good is read once. */
    private <E extends Event> Optional<CloseGroup> known(
            Object id, Class<E> first, Function<E, Optional<CloseGroup>> above) {
        CloseGroup before = known.get(id.toString());
        if (before != null) {
            return Optional.of(before);
        }
        Optional<CloseGroup> group = log.stream(id.toString(), -1).stream()
                .map(StoredEvent::event)
                .filter(first::isInstance)
                .map(first::cast)
                .findFirst()
                .flatMap(above);
        if (known.size() < MOST_KNOWN) {
            group.ifPresent(found -> known.put(id.toString(), found));
        }
        return group;
    }

    private <E extends Event> Optional<E> last(Object id, Class<E> type) {
        return log.stream(id.toString()).stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later);
    }
}
