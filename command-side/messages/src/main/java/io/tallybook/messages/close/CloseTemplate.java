package io.tallybook.messages.close;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when each step of a close is due, in business days after the moment counting begins (domain: month-end close, BDn): the
 * period's end, in a demo the opening.
 */
public final class CloseTemplate {
    private CloseTemplate() {}

    public static int businessDay(CloseStep step) {
        return switch (step) {
            case OPEN -> 0;
            case CUTOFF -> 1;
            case COMPLETENESS -> 2;
            case DEAD_LETTERS, FREEZE -> 3;
            case BALANCE -> 4;
            case ALLOCATE -> 5;
            case VALUE -> 6;
            case JOURNAL -> 7;
            case APPROVE, POST -> 8;
            case PUBLISH, LOCK -> 9;
        };
    }

    /** The end of the step's business day, in the calendar's zone. */
    public static Instant due(CloseStep step, Instant from, ZoneId zone) {
        LocalDate day = businessDay(from.atZone(zone).toLocalDate(), businessDay(step));
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first business day is the first one on or after the day counting begins; Saturdays and Sundays are none. */
    private static LocalDate businessDay(LocalDate from, int number) {
        LocalDate day = next(from);
        for (int i = 1; i < number; i++) {
            day = next(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate next(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
