package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.LateDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Late facts of a point while its month stood frozen.
 *
 * @param decision null while a person has to decide
 * @param by null until then, and when the house decided
 */
public record LateDataView(
        PointId point,
        String pointName,
        String source,
        Instant notedAt,
        @Nullable LateDecision decision,
        @Nullable String reason,
        @Nullable PersonId by,
        @Nullable Instant decidedAt) {}
