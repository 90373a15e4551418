package io.tallybook.messages.metering;

/** How the figure of a missing interval is found; the computed ones use the month's own actual readings and no estimate. */
public enum EstimateMethod {
    /** The mean of the month's actual intervals. */
    AVERAGE_OF_MONTH,
    /** On the straight line between the last actual interval before the gap and the first one after it. */
    LINEAR,
    /** The last actual interval before the gap, again. */
    LAST_GOOD,
    /** A figure a person gives, with the reason. */
    STATED
}
