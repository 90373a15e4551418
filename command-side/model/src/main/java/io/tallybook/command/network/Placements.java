package io.tallybook.command.network;

import io.tallybook.command.EventSize;
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
    /** A roster event holds the points, an area's contracts, and less than 1 KiB beside them. */
    static final int MOST_ROSTER_BYTES =
            EventSize.MOST_BYTES - Network.MOST_CONTRACTS_OF_AN_AREA * EventSize.ID_BYTES - 1024;

    // names and signs of one point's JSON
    private static final int FRAME_BYTES = 109;

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
            checkFits(wanted);
            return true;
        }
        if (known.stream()
                .anyMatch(once -> once.role() == wanted.role() && once.rule().equals(wanted.rule()))) {
            return false;
        }
        PointPlaced last = known.getLast();
        Refused.when(
                wanted.rule().version() <= last.rule().version(),
                "configuration-not-newer",
                "A newer configuration has a higher version.",
                Map.of("version", String.valueOf(last.rule().version())));
        Configuration.checkTakesOver(last.rule(), wanted.rule());
        checkFits(wanted);
        return true;
    }

    /** The roster of a month is one event, whichever of a point's configurations holds then. */
    private void checkFits(PointPlaced wanted) {
        int others = byPoint.entrySet().stream()
                .filter(known -> !known.getKey().equals(wanted.point().value()))
                .mapToInt(known -> largest(known.getValue()))
                .sum();
        int own = Math.max(largest(byPoint.getOrDefault(wanted.point().value(), List.of())), bytes(wanted));
        Refused.when(
                others + own > MOST_ROSTER_BYTES,
                "roster-too-large",
                "The area's points no longer fit one roster: give them shorter names or another area.",
                Map.of("bytes", String.valueOf(others + own), "most", String.valueOf(MOST_ROSTER_BYTES)));
    }

    private static int largest(List<PointPlaced> placed) {
        return placed.stream().mapToInt(Placements::bytes).max().orElse(0);
    }

    private static int bytes(PointPlaced placed) {
        return FRAME_BYTES
                + placed.point().value().length()
                + placed.role().name().length()
                + placed.rule().gasDay().zone().getId().length()
                + placed.rule().gasDay().startsAt().toString().length()
                + placed.rule().interval().name().length()
                + placed.rule().inForceFrom().value().length()
                + String.valueOf(placed.rule().version()).length();
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
