package io.tallybook.messages.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import java.util.List;

/** What happened to an Area. */
public sealed interface AreaEvent extends Event {
    AreaId area();

    record AreaEstablished(AreaId area, NetworkId network, String name, Tolerance tolerance, PersonId by)
            implements AreaEvent {}

    record ToleranceSet(AreaId area, Tolerance tolerance, PersonId by) implements AreaEvent {}

    record PointPlaced(AreaId area, PointId point, PointRole role, PointRule rule, PersonId by) implements AreaEvent {}

    /** One line of a pinned roster; its index in the list is the roster index. */
    record RosterPoint(PointId point, PointRole role, PointRule rule) {}

    /**
     * The points in force in the period, ordered by id, with the contracts that may share them and the tolerance in force.
     */
    record AreaRosterPinned(
            AreaId area,
            CloseId closeId,
            int attempt,
            List<RosterPoint> points,
            List<ContractId> contracts,
            Tolerance tolerance)
            implements AreaEvent {}

    /** The roster this attempt was given is no longer what the area would answer: the close must take it anew. */
    record AreaRosterOutdated(AreaId area, CloseId closeId, int attempt, String reason) implements AreaEvent {}

    /** Points and tolerance of the close's period, and of every one before it, no longer change. */
    record AreaConfigurationClosed(AreaId area, CloseId closeId) implements AreaEvent {}

    /** Points and tolerance of the close's period may change again, for this revision of the close. */
    record AreaConfigurationReopened(AreaId area, CloseId closeId, int revision) implements AreaEvent {}
}
