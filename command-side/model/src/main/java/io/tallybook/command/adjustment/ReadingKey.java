package io.tallybook.command.adjustment;

import io.tallybook.messages.PointId;
import java.time.Instant;

/** One record of a closed month: what two pending adjustments may not both change. */
record ReadingKey(PointId point, Instant start) {}
