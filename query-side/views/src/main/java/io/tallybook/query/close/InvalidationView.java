package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results became void and a new attempt began; {@code by} is null when the house decided. */
public record InvalidationView(
        int attempt,
        String reason,
        List<PointId> thawed,
        int approvalsVoided,
        @Nullable PersonId by,
        Instant at) {}
