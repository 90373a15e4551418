package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleEvent.CloseHeld;
import io.tallybook.messages.close.CloseCycleEvent.CloseResumed;
import org.jspecify.annotations.Nullable;

/** Whether a close is held, by a person, by the house, or by both: neither lifts the other's hold. */
final class Hold {
    private @Nullable CloseHeld byPerson;
    private @Nullable CloseHeld byHouse;

    /** @param approved the house may not hold what both have signed: what follows is under way */
    void place(HoldClose order, boolean approved) {
        boolean house = isHouse(order.by());
        if (of(house) == null) {
            Refused.when(house && approved, "approved", "Both approvals stand already.");
            apply(new CloseHeld(order.closeId(), order.reason(), order.by()));
        }
    }

    void lift(ResumeClose order) {
        boolean house = isHouse(order.by());
        if (of(house) != null) {
            apply(new CloseResumed(order.closeId(), order.reason(), order.by()));
            return;
        }
        Refused.when(
                !house && byHouse != null,
                "held-by-the-house",
                "The house holds the close: " + (byHouse == null ? "" : byHouse.reason()));
    }

    boolean isHeld() {
        return byPerson != null || byHouse != null;
    }

    void refuseWhileHeld() {
        CloseHeld standing = byHouse == null ? byPerson : byHouse;
        if (standing != null) {
            throw new Refused("on-hold", "The close is on hold: " + standing.reason());
        }
    }

    void remember(CloseHeld event) {
        set(isHouse(event.by()), event);
    }

    void remember(CloseResumed event) {
        set(isHouse(event.by()), null);
    }

    private @Nullable CloseHeld of(boolean house) {
        return house ? byHouse : byPerson;
    }

    private void set(boolean house, @Nullable CloseHeld held) {
        if (house) {
            byHouse = held;
        } else {
            byPerson = held;
        }
    }

    private static boolean isHouse(PersonId person) {
        return person.equals(PersonId.HOUSE);
    }
}
