package io.tallybook.messages.variance;

import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to the variance thresholds of a close group. */
public sealed interface ThresholdsCommand extends Command {
    ThresholdsId thresholds();

    /** Sets the limits of a scope from a period on; the same again is unchanged. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record SetThreshold(
            @TargetAggregateIdentifier ThresholdsId thresholds, VarianceThreshold threshold, PersonId by, Instant at)
            implements ThresholdsCommand {}

    /** Asks for what holds in the close's period; answered by {@code ThresholdsPinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinThresholds(
            @TargetAggregateIdentifier ThresholdsId thresholds,
            CloseId closeId,
            int attempt,
            List<ContractId> contracts,
            Instant at)
            implements ThresholdsCommand {}

    /** The close is approved: what holds in its period, and before, stands. */
    @SentBy(Role.PROCESS)
    record CloseThresholds(@TargetAggregateIdentifier ThresholdsId thresholds, CloseId closeId, Instant at)
            implements ThresholdsCommand {}
}
