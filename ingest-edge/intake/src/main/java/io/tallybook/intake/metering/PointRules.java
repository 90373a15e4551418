package io.tallybook.intake.metering;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import io.tallybook.messages.network.PointRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the points of one delivery, from their own streams in the log; each read once. */
final class PointRules {
    /** Points remembered; one more pushes the longest unused out. */
    static final int MAX_POINTS = 10_000;

    record Known(PointId point, PointRule rule) {}

    private final EventReader log;
    private final Map<String, Optional<Known>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Known>> eldest) {
            return size() > MAX_POINTS;
        }
    };

    PointRules(EventReader log) {
        this.log = log;
    }

    Known of(String id) throws BadValue {
        return known.computeIfAbsent(id, this::read)
                .orElseThrow(() -> new BadValue(Category.UNKNOWN_POINT, "there is no point " + BadValue.quoted(id)));
    }

    private Optional<Known> read(String id) {
        PointId point;
        try {
            point = new PointId(id);
        } catch (Invalid e) {
            return Optional.empty();
        }
        List<StoredEvent> events = log.stream(point.toString());
        return events.reversed().stream()
                .map(StoredEvent::event)
                .filter(PointConfigured.class::isInstance)
                .map(PointConfigured.class::cast)
                .findFirst()
                .map(configured -> new Known(point, configured.rule()));
    }
}
