package io.tallybook.command.close;

import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.LateDecision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Points that had late facts while frozen, and what was decided. They outlive an attempt: the months stay frozen. */
final class LateFacts {
    private final Set<PointId> undecided = new HashSet<>();
    private final Set<LateQuantitiesNoted> noted = new HashSet<>();
    private final Map<PointId, LateDecision> decisions = new HashMap<>();

    void note(LateQuantitiesNoted event) {
        undecided.add(event.point());
        noted.add(event);
    }

    void decide(LateQuantitiesDecided event) {
        undecided.remove(event.point());
        decisions.put(event.point(), event.decision());
    }

    boolean wasNoted(LateQuantitiesNoted event) {
        return noted.contains(event);
    }

    boolean isUndecided(PointId point) {
        return undecided.contains(point);
    }

    boolean anyUndecided() {
        return !undecided.isEmpty();
    }

    int undecided() {
        return undecided.size();
    }

    @Nullable LateDecision decision(PointId point) {
        return decisions.get(point);
    }
}
