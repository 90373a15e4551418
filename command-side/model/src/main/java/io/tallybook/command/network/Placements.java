package io.tallybook.command.network;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Refused;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which points an area has, each with its configurations one after the other. */
final class Placements {
    private final Map<String, List<PointPlaced>> byPoint = new TreeMap<>();

    /**
     * Whether the placement says anything new.
     *
     * @throws Refused when it cannot stand beside what is there
     */
    boolean bringNews(PointPlaced wanted) {
        List<PointPlaced> known = byPoint.getOrDefault(wanted.point().value(), List.of());
        if (known.isEmpty()) {
            Refused.when(
                    byPoint.size() >= Area.MOST_POINTS,
                    "too-many-points",
                    "An area holds at most " + Area.MOST_POINTS + " points.");
            return true;
        }
        PointPlaced last = known.getLast();
        if (last.role() == wanted.role() && last.rule().equals(wanted.rule())) {
            return false;
        }
        Refused.when(
                wanted.rule().version() <= last.rule().version(),
                "configuration-not-newer",
                "A newer configuration has a higher version.",
                Map.of("version", String.valueOf(last.rule().version())));
        Configuration.checkTakesOver(last.rule(), wanted.rule());
        return true;
    }

    /** The points in force in the period, ordered by id, each by the newest configuration that holds then. */
    List<RosterPoint> inForce(AccountingPeriod period) {
        return byPoint.values().stream()
                .flatMap(placed -> inForce(placed, period).stream())
                .toList();
    }

    private static Optional<RosterPoint> inForce(List<PointPlaced> placed, AccountingPeriod period) {
        GasDay last = period.lastDay();
        return placed.reversed().stream()
                .filter(placement -> placement.rule().covers(last))
                .findFirst()
                .map(placement -> new RosterPoint(placement.point(), placement.role(), placement.rule()));
    }

    void remember(PointPlaced event) {
        byPoint.computeIfAbsent(event.point().value(), point -> new ArrayList<>())
                .add(event);
    }
}
