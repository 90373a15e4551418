package io.tallybook.query.allocation;

import io.tallybook.messages.allocation.AllocationRunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, without what it split.
 *
 * @param failure why it cannot split, else null
 */
public record RunProgress(
        AllocationRunId run,
        String pointName,
        RunState state,
        @Nullable String failure,
        @Nullable Instant completedAt) {}
