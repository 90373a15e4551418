package io.tallybook.messages.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;

/** What happened to a Point. */
public sealed interface PointEvent extends Event {
    PointId point();

    record PointConfigured(PointId point, AreaId area, String name, PointRole role, PointRule rule, PersonId by)
            implements PointEvent {}
}
