package io.tallybook.query.metering;

/** Whether facts still change the month's figures. */
public enum MeterMonthState {
    OPEN,
    FROZEN,
    CLOSED
}
