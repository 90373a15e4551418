package io.tallybook.messages;

import java.time.Instant;

/**
 * An order to one aggregate. Implemented by the records of one sealed family per aggregate; each names its target with
 * Axon's {@code @TargetAggregateIdentifier} and carries all the time, identity and reference data its decision needs.
 */
public interface Command {
    /** When the order was given, from the one clock of the process, cut to milliseconds. */
    Instant at();
}
