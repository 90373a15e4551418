package io.tallybook.messages.variance;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import java.util.List;

/** What happened to the variance thresholds of a close group. */
public sealed interface ThresholdsEvent extends Event {
    ThresholdsId thresholds();

    record ThresholdSet(ThresholdsId thresholds, VarianceThreshold threshold, PersonId by) implements ThresholdsEvent {}

    /** What holds in the period, one per scope, and whose months are measured by it; none where nothing was ever set. */
    record ThresholdsPinned(
            ThresholdsId thresholds,
            CloseId closeId,
            int attempt,
            List<ContractId> contracts,
            List<VarianceThreshold> inForce)
            implements ThresholdsEvent {}

    /** What this attempt was given no longer holds: the close must take it anew. */
    record ThresholdsOutdated(ThresholdsId thresholds, CloseId closeId, int attempt, String reason)
            implements ThresholdsEvent {}

    /** What holds in the close's period, and before, no longer changes. */
    record ThresholdsClosed(ThresholdsId thresholds, CloseId closeId) implements ThresholdsEvent {}
}
