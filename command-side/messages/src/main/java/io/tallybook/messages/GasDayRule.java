package io.tallybook.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a gas day begins: a wall-clock time in a zone (NAESB 09:00 America/Chicago, European 06:00 Europe/Copenhagen). Days
 * of 23 and 25 hours are real; nothing here ever adds 24 hours.
 */
public record GasDayRule(ZoneId zone, LocalTime startsAt) {
    public Instant start(GasDay day) {
        return day.date().atTime(startsAt).atZone(zone).toInstant();
    }

    public Instant end(GasDay day) {
        return start(day.plusDays(1));
    }

    public Duration length(GasDay day) {
        return Duration.between(start(day), end(day));
    }

    /** The gas day an instant falls in. */
    public GasDay dayOf(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        GasDay day = GasDay.of(local.toLocalDate());
        return instant.isBefore(start(day)) ? day.plusDays(-1) : day;
    }

    public Instant start(AccountingPeriod period) {
        return start(period.firstDay());
    }

    public Instant end(AccountingPeriod period) {
        return end(period.lastDay());
    }
}
