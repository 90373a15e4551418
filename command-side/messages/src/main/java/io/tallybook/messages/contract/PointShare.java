package io.tallybook.messages.contract;

import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;

/** A contract's share of what a point moves one way. */
public record PointShare(PointId point, Direction direction, Share share) {}
