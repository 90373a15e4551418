package io.tallybook.messages.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;

/** What happened to a Point. */
public sealed interface PointEvent extends Event {
    PointId point();

    record PointConfigured(PointId point, AreaId area, String name, PointRole role, PointRule rule, PersonId by)
            implements PointEvent {}

    /** The configuration of the close's period, and of every one before it, no longer changes. */
    record PointConfigurationClosed(PointId point, CloseId closeId) implements PointEvent {}

    /** The configuration of the close's period may change again, for this revision of the close. */
    record PointConfigurationReopened(PointId point, CloseId closeId, int revision) implements PointEvent {}
}
