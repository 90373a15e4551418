package io.tallybook.messages.close;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * By when each step of a close is due, in business days after the moment counting begins (domain: month-end close, BDn): the
 * period's end, in a demo the opening.
 */
public final class CloseTemplate {
    /** Nine business days and as many holidays as a year has lie within it, whatever the calendar. */
    static final int LONGEST_CLOSE_DAYS = 120;

    private CloseTemplate() {}

    public static int businessDay(CloseStep step) {
        return switch (step) {
            case OPEN -> 0;
            case CUTOFF -> 1;
            case COMPLETENESS -> 2;
            case DEAD_LETTERS, FREEZE -> 3;
            case BALANCE -> 4;
            case ALLOCATE -> 5;
            case VALUE, REVIEW -> 6;
            case JOURNAL -> 7;
            case APPROVE, POST -> 8;
            case PUBLISH, LOCK -> 9;
        };
    }

    /** The end of the step's business day, in the calendar's zone. */
    public static Instant due(CloseStep step, Instant from, ZoneId zone, Collection<LocalDate> holidays) {
        LocalDate day = businessDay(from.atZone(zone).toLocalDate(), businessDay(step), holidays);
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Which of the calendar's holidays may move a due date, in their order: those of the weeks after counting begins. */
    public static List<LocalDate> within(Instant from, ZoneId zone, Collection<LocalDate> holidays) {
        LocalDate first = from.atZone(zone).toLocalDate();
        return holidays.stream()
                .filter(day -> !day.isBefore(first) && day.isBefore(first.plusDays(LONGEST_CLOSE_DAYS)))
                .sorted()
                .toList();
    }

    /** On which business day a moment lies, counted as due dates are; a day that is none belongs to the one before. */
    public static int businessDayOf(Instant moment, Instant from, ZoneId zone, Collection<LocalDate> holidays) {
        LocalDate last = moment.atZone(zone).toLocalDate();
        int number = 0;
        for (LocalDate day = next(from.atZone(zone).toLocalDate(), holidays);
                !day.isAfter(last);
                day = next(day.plusDays(1), holidays)) {
            number++;
        }
        return number;
    }

    /** The first business day is the first one on or after the day counting begins; weekends and holidays are none. */
    private static LocalDate businessDay(LocalDate from, int number, Collection<LocalDate> holidays) {
        LocalDate day = next(from, holidays);
        for (int i = 1; i < number; i++) {
            day = next(day.plusDays(1), holidays);
        }
        return day;
    }

    private static LocalDate next(LocalDate from, Collection<LocalDate> holidays) {
        LocalDate day = from;
        while (day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() || holidays.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
