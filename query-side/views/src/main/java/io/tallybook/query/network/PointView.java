package io.tallybook.query.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;

/** A point as configured last; {@code sequence} is its stream's. */
public record PointView(
        PointId point, AreaId area, String name, PointRole role, PointRule rule, long sequence, long position) {}
