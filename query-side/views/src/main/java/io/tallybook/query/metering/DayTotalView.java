package io.tallybook.query.metering;

import io.tallybook.messages.metering.DayTotal;

/**
 * A point's gas day.
 *
 * @param recorded intervals that have a record, of {@code expected}
 * @param versions versions received, corrections counted
 * @param position position of the last event that changed it; 0 when nothing is recorded
 */
public record DayTotalView(DayTotal total, int expected, int recorded, int versions, int late, long position) {}
