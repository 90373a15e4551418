package io.tallybook.messages.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CloseTemplateTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    // the local midnight after 2024-10-31, a Thursday
    private static final Instant END = Instant.parse("2024-10-31T23:00:00Z");

    @Test
    void countsBusinessDaysFromTheFirstOneOn() {
        assertThat(due(CloseStep.CUTOFF, List.of())).isEqualTo("2024-11-01");
        assertThat(due(CloseStep.COMPLETENESS, List.of())).isEqualTo("2024-11-04");
        assertThat(due(CloseStep.LOCK, List.of())).isEqualTo("2024-11-13");
    }

    @Test
    void findsTheBusinessDayOfAMomentAsDueDatesAreCounted() {
        List<LocalDate> monday = List.of(LocalDate.of(2024, 11, 4));
        assertThat(CloseTemplate.businessDayOf(END, END, BERLIN, List.of())).isEqualTo(1);
        assertThat(dayOf("2024-11-03T12:00:00Z", List.of())).isEqualTo(1); // a Sunday
        assertThat(dayOf("2024-11-04T12:00:00Z", List.of())).isEqualTo(2);
        assertThat(dayOf("2024-11-04T12:00:00Z", monday)).isEqualTo(1);
        assertThat(dayOf("2024-11-13T22:59:59Z", List.of())).isEqualTo(CloseTemplate.businessDay(CloseStep.LOCK));
        assertThat(dayOf("2024-11-13T23:00:00Z", List.of())).isEqualTo(CloseTemplate.businessDay(CloseStep.LOCK) + 1);
        assertThat(dayOf("2024-10-30T12:00:00Z", List.of())).isZero();
    }

    private static int dayOf(String moment, List<LocalDate> holidays) {
        return CloseTemplate.businessDayOf(Instant.parse(moment), END, BERLIN, holidays);
    }

    @Test
    void leavesOutHolidaysAlsoBesideAWeekend() {
        List<LocalDate> saintsAndMonday = List.of(LocalDate.of(2024, 11, 1), LocalDate.of(2024, 11, 4));
        assertThat(due(CloseStep.CUTOFF, saintsAndMonday)).isEqualTo("2024-11-05");
        assertThat(due(CloseStep.LOCK, saintsAndMonday)).isEqualTo("2024-11-15");
    }

    @Test
    void aHolidayOnAWeekendMovesNothing() {
        assertThat(due(CloseStep.LOCK, List.of(LocalDate.of(2024, 11, 2)))).isEqualTo("2024-11-13");
    }

    @Test
    void findsItsWayThroughAsManyHolidaysAsAYearHas() {
        List<LocalDate> weekdays = Stream.iterate(LocalDate.of(2024, 11, 1), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .limit(CloseCalendarCommand.MOST_HOLIDAYS)
                .toList();
        assertThat(CloseTemplate.within(END, BERLIN, weekdays)).isEqualTo(weekdays);
        assertThat(due(CloseStep.LOCK, weekdays))
                .isBefore(LocalDate.of(2024, 11, 1).plusDays(120));
    }

    @Test
    void keepsOfACalendarsHolidaysThoseADueDateMayMeet() {
        List<LocalDate> days = List.of(
                LocalDate.of(2025, 2, 28),
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2024, 10, 31),
                LocalDate.of(2024, 11, 1));
        assertThat(CloseTemplate.within(END, BERLIN, days))
                .containsExactly(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 2, 28));
    }

    /** The last day on which the step is in time. */
    private static LocalDate due(CloseStep step, List<LocalDate> holidays) {
        return CloseTemplate.due(step, END, BERLIN, holidays)
                .atZone(BERLIN)
                .toLocalDate()
                .minusDays(1);
    }
}
