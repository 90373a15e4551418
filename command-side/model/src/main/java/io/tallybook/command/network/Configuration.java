package io.tallybook.command.network;

import io.tallybook.messages.Refused;
import io.tallybook.messages.network.PointRule;
import java.util.Map;

/** One month has one configuration of a point: a point has one interval per effective date (DESIGN.md, MeterMonth). */
final class Configuration {
    private Configuration() {}

    /** @throws Refused when the newer rule begins in the middle of a month that the older one began */
    static void checkTakesOver(PointRule older, PointRule newer) {
        boolean sameStart = newer.inForceFrom().equals(older.inForceFrom());
        boolean monthStart = newer.inForceFrom().date().getDayOfMonth() == 1;
        Refused.when(
                !sameStart && !monthStart,
                "configuration-within-a-month",
                "A newer configuration begins with a month, or on the day the older one began.",
                Map.of("inForceFrom", newer.inForceFrom().value()));
    }
}
