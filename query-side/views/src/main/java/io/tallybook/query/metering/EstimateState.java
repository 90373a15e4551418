package io.tallybook.query.metering;

/** What has become of an estimate or one of its intervals. */
public enum EstimateState {
    /** Material: an approver who did not make it accepts it. */
    WAITING,
    /** Counts as the figure. */
    STANDING,
    /** The actual reading has come. */
    SUPERSEDED,
    /** A person took it back. */
    WITHDRAWN
}
