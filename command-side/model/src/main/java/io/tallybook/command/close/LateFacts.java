package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleEvent.HeldForDeadLetter;
import io.tallybook.messages.close.CloseCycleEvent.HoldReleased;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.close.LateDecision;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came for frozen months: late facts and what was decided, dead letters and whether they are settled. Outlives an attempt. */
final class LateFacts {
    private final Set<PointId> undecided = new HashSet<>();
    private final Set<LateQuantitiesNoted> noted = new HashSet<>();
    private final Map<PointId, LateDecision> decisions = new HashMap<>();
    // by letter, whether it still holds the close
    private final Map<DeadLetterId, Boolean> letters = new HashMap<>();

    /** After both approvals what is late is left for adjustment, by the house and at once. */
    void note(NoteLateQuantities order, boolean approved) {
        LateQuantitiesNoted news = new LateQuantitiesNoted(order.closeId(), order.point(), order.source());
        if (approved) {
            if (!noted.contains(news)) {
                apply(news);
                apply(new LateQuantitiesDecided(
                        order.closeId(), order.point(), LateDecision.LEAVE, "came after both approvals", null));
            }
        } else if (!isUndecided(order.point())) {
            apply(news);
        }
    }

    void note(LateQuantitiesNoted event) {
        undecided.add(event.point());
        noted.add(event);
    }

    void decide(LateQuantitiesDecided event) {
        undecided.remove(event.point());
        decisions.put(event.point(), event.decision());
    }

    /** The points have thawed: what came late is no longer apart. */
    void becameFigures() {
        undecided.forEach(point -> decisions.put(point, LateDecision.THAW));
        undecided.clear();
    }

    boolean isUndecided(PointId point) {
        return undecided.contains(point);
    }

    boolean anythingWaits() {
        return !undecided.isEmpty() || letters.containsValue(true);
    }

    void refuseWhileAnythingWaits() {
        Refused.when(
                !undecided.isEmpty(),
                "signoff-suspended",
                "Signing off is suspended: late quantities wait for a decision.",
                Map.of("points", Integer.toString(undecided.size())));
        Refused.when(
                anythingWaits(),
                "dead-letters-open",
                "Readings rejected since the freeze wait for a good record or a reasoned exclusion.",
                Map.of("deadLetters", Integer.toString(Collections.frequency(letters.values(), true))));
    }

    boolean isKnown(DeadLetterId deadLetter) {
        return letters.containsKey(deadLetter);
    }

    boolean isHeldFor(DeadLetterId deadLetter) {
        return letters.getOrDefault(deadLetter, false);
    }

    void hold(HeldForDeadLetter event) {
        letters.put(event.deadLetter(), true);
    }

    void release(HoldReleased event) {
        letters.put(event.deadLetter(), false);
    }

    @Nullable LateDecision decision(PointId point) {
        return decisions.get(point);
    }
}
