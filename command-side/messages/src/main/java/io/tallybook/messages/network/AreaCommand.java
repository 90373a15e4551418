package io.tallybook.messages.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to an Area: up to 256 points that balance together. */
public sealed interface AreaCommand extends Command {
    AreaId area();

    @SentBy(Role.ENGINEER)
    @SecondPerson
    record EstablishArea(
            @TargetAggregateIdentifier AreaId area,
            NetworkId network,
            String name,
            Tolerance tolerance,
            PersonId by,
            Instant at)
            implements AreaCommand {}

    /** A later effective period than any before it; an equal one replaces it until a close of the period is approved. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record SetTolerance(@TargetAggregateIdentifier AreaId area, Tolerance tolerance, PersonId by, Instant at)
            implements AreaCommand {}

    /** Puts a point (or its newer configuration) on the area's roster; refused beyond 256 points. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record PlacePoint(
            @TargetAggregateIdentifier AreaId area,
            PointId point,
            PointRole role,
            PointRule rule,
            PersonId by,
            Instant at)
            implements AreaCommand {}

    /** Asks for the roster of one attempt; answered by {@code AreaRosterPinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinAreaRoster(
            @TargetAggregateIdentifier AreaId area,
            CloseId closeId,
            int attempt,
            List<ContractId> contracts,
            Instant at)
            implements AreaCommand {}

    /** The close is approved: what takes effect in its period or before is refused from now on. */
    @SentBy(Role.PROCESS)
    record CloseAreaConfiguration(@TargetAggregateIdentifier AreaId area, CloseId closeId, Instant at)
            implements AreaCommand {}

    /** A locked month opens again: points and tolerance may change until it closes anew. A revision opens it once. */
    @SentBy(Role.PROCESS)
    record ReopenAreaConfiguration(
            @TargetAggregateIdentifier AreaId area, CloseId closeId, int revision, Instant at) implements AreaCommand {}
}
