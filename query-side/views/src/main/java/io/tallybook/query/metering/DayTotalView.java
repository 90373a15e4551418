package io.tallybook.query.metering;

import io.tallybook.messages.metering.DayTotal;

/**
 * A point's gas day.
 *
 * @param recorded intervals that have a figure, of {@code expected}
 * @param versions versions received, corrections counted
 * @param estimated intervals whose figure is an estimate
 * @param position position of the last event that changed it; 0 when nothing is recorded
 */
public record DayTotalView(
        DayTotal total, int expected, int recorded, int versions, int late, int estimated, long position) {}
