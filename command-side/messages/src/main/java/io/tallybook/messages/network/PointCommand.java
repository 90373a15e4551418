package io.tallybook.messages.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a Point. */
public sealed interface PointCommand extends Command {
    PointId point();

    /** Creates the point or replaces its configuration; unchanged when equal to the one in force. */
    @SentBy(Role.ENGINEER)
    @SecondPerson
    record ConfigurePoint(
            @TargetAggregateIdentifier PointId point,
            AreaId area,
            String name,
            PointRole role,
            PointRule rule,
            PersonId by,
            Instant at)
            implements PointCommand {}

    /** The close is approved: a configuration that begins in its period or before is refused from now on. */
    @SentBy(Role.PROCESS)
    record ClosePointConfiguration(
            @TargetAggregateIdentifier PointId point, CloseId closeId, Instant at) implements PointCommand {}

    /** A locked month opens again: its configuration may change until it closes anew. A revision opens it once. */
    @SentBy(Role.PROCESS)
    record ReopenPointConfiguration(
            @TargetAggregateIdentifier PointId point, CloseId closeId, int revision, Instant at)
            implements PointCommand {}
}
