package io.tallybook.query.metering;

import static io.tallybook.migrations.jooq.Tables.VIEW_DELIVERY;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Every version of a point-day's records, read from the events that hold them. */
final class DeliveredRecords {
    /** Deliveries of one point-day read at most; more than 15-minute telemetry sends in three months of repeats. */
    private static final int MOST = 10_000;

    private final DSLContext db;
    private final EventReader log;

    DeliveredRecords(DSLContext db, EventReader log) {
        this.db = db;
        this.log = log;
    }

    List<QuantityRecordView> of(PointId point, GasDay day, Optional<PointRule> now) {
        List<QuantityRecordView> found = new ArrayList<>();
        for (StoredEvent stored : events(point, day)) {
            switch (stored.event()) {
                case QuantitiesRecorded e -> e.quantities().forEach(q -> found.add(recorded(e, q, stored)));
                case LateQuantitiesReceived e -> e.quantities().forEach(q -> found.add(late(e, q, stored, now)));
                default -> {}
            }
        }
        return standing(found);
    }

    private List<StoredEvent> events(PointId point, GasDay day) {
        return db
                .select(VIEW_DELIVERY.POSITION)
                .from(VIEW_DELIVERY)
                .where(VIEW_DELIVERY.POINT.eq(point.value()))
                .and(VIEW_DELIVERY.DAY.eq(day.date()))
                .orderBy(VIEW_DELIVERY.POSITION)
                .limit(MOST)
                .fetch(VIEW_DELIVERY.POSITION)
                .stream()
                .map(log::at)
                .flatMap(Optional::stream)
                .toList();
    }

    private static QuantityRecordView recorded(QuantitiesRecorded e, RecordedQuantity q, StoredEvent stored) {
        Quantity quantity = q.quantity();
        return new QuantityRecordView(
                e.month().point(),
                e.day(),
                quantity.start(),
                e.rule().interval().end(quantity.start(), e.rule().gasDay()),
                q.version(),
                RecordStanding.EFFECTIVE,
                quantity,
                q.previous(),
                e.source(),
                e.by(),
                stored.time(),
                stored.eventId(),
                stored.position());
    }

    private static QuantityRecordView late(
            LateQuantitiesReceived e, LateQuantity q, StoredEvent stored, Optional<PointRule> now) {
        Instant start = q.received().start();
        return new QuantityRecordView(
                e.month().point(),
                e.day(),
                start,
                now.map(rule -> rule.interval().end(start, rule.gasDay())).orElse(null),
                0,
                e.standing() == Standing.FROZEN ? RecordStanding.LATE_FROZEN : RecordStanding.LATE_CLOSED,
                q.received(),
                q.latest(),
                e.source(),
                e.by(),
                stored.time(),
                stored.eventId(),
                stored.position());
    }

    /** The highest version of an interval is in force, the lower ones are replaced. */
    private static List<QuantityRecordView> standing(List<QuantityRecordView> found) {
        Map<Instant, Integer> last = new HashMap<>();
        found.forEach(r -> last.merge(r.start(), r.version(), Math::max));
        return found.stream()
                .map(r -> r.version() > 0 && r.version() < last.getOrDefault(r.start(), 0) ? r.replaced() : r)
                .sorted(Comparator.comparing(QuantityRecordView::start).thenComparing(QuantityRecordView::position))
                .toList();
    }

    /**
     * The starts a day expects and does not have.
     *
     * @param estimated those that have an estimate instead
     */
    List<Instant> missing(PointId point, GasDay day, PointRule rule, Set<Instant> estimated) {
        Set<Instant> there = of(point, day, Optional.of(rule)).stream()
                .filter(r -> r.version() > 0)
                .map(QuantityRecordView::start)
                .collect(Collectors.toCollection(() -> new HashSet<>(estimated)));
        List<Instant> missing = new ArrayList<>();
        Instant start = rule.gasDay().start(day);
        for (int i = 0; i < rule.recordsIn(day); i++) {
            if (!there.contains(start)) {
                missing.add(start);
            }
            start = rule.interval().end(start, rule.gasDay());
        }
        return missing;
    }
}
