package io.tallybook.eventlog;

import io.tallybook.eventlog.Touched.Place;
import io.tallybook.messages.access.Scope;
import java.util.Optional;

/**
 * Holds an order against the close groups its sender's grant reaches (ADR 29). What belongs to another group is not there for
 * them; what belongs to none, such as accounts, prices and imports, takes a grant to the whole house.
 */
final class ScopeGuard {
    private final Whereabouts whereabouts;

    ScopeGuard(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** What a grant's reach says of an order. */
    enum Reach {
        WITHIN,
        OUTSIDE,
        WHOLE_HOUSE
    }

    Reach of(Order order) {
        Scope scope = order.caller().scope();
        if (scope == null) {
            return Reach.WITHIN;
        }
        Optional<Place> place = GuardedOrders.place(order.command());
        if (place.isEmpty()) {
            return Reach.WHOLE_HOUSE;
        }
        return whereabouts
                .of(Touched.openPeriod(place.get()))
                .filter(found -> scope.reaches(found.group()))
                .map(_ -> Reach.WITHIN)
                .orElse(Reach.OUTSIDE);
    }
}
