package io.tallybook.query.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.close.Holiday;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A period nobody opens is late from the end of its first business day on, one of them and never in a demo. */
class NextOpeningTest {
    /** Friday, the first day after October 2024, ends in Copenhagen. */
    private static final Instant DUE = Instant.parse("2024-11-01T23:00:00Z");

    @Test
    void theFirstPeriodIsLateWhenItsFirstBusinessDayIsOver() {
        CalendarView calendar = calendar(false, List.of());

        assertThat(calendar.opening(DUE.minusMillis(1)))
                .contains(new NextOpening(new AccountingPeriod("2024-10"), DUE, null));
        assertThat(late(calendar, DUE)).isEqualTo(Escalation.OWNER);
        assertThat(late(calendar, DUE.plus(Duration.ofHours(4)))).isEqualTo(Escalation.LEAD);
        assertThat(late(calendar, DUE.plus(Duration.ofHours(24)))).isEqualTo(Escalation.MANAGER);
    }

    @Test
    void aHolidayIsNoBusinessDay() {
        CalendarView calendar = calendar(false, List.of(new Holiday(LocalDate.parse("2024-11-01"), "All Saints")));

        assertThat(calendar.opening(DUE).orElseThrow().due()).isEqualTo("2024-11-04T23:00:00Z");
    }

    /** However many months have passed since. */
    @Test
    void ofALongLockedCalendarOneIsLate() {
        CalendarView calendar = calendar(
                false, List.of(), period("2024-10", CloseStatus.LOCKED), period("2024-11", CloseStatus.LOCKED));

        assertThat(calendar.opening(Instant.parse("2034-01-01T00:00:00Z")))
                .hasValueSatisfying(next -> assertThat(next.period()).isEqualTo(new AccountingPeriod("2024-12")));
    }

    @Test
    void whileAPeriodIsOpenOrOpenAgainNoneIsNext() {
        Instant later = Instant.parse("2034-01-01T00:00:00Z");

        assertThat(calendar(false, List.of(), period("2024-10", CloseStatus.OPEN))
                        .opening(later))
                .isEmpty();
        assertThat(calendar(false, List.of(), period("2024-10", CloseStatus.RUNNING))
                        .opening(later))
                .isEmpty();
    }

    @Test
    void aDemosDueDatesCountFromItsOpening() {
        assertThat(calendar(true, List.of()).opening(DUE.plus(Duration.ofDays(400))))
                .isEmpty();
    }

    private static @Nullable Escalation late(CalendarView calendar, Instant now) {
        return calendar.opening(now).orElseThrow().late();
    }

    private static PeriodView period(String period, CloseStatus status) {
        AccountingPeriod month = new AccountingPeriod(period);
        return new PeriodView(
                CloseId.of(new CloseGroup("dk"), month),
                month,
                status,
                Instant.EPOCH,
                new PersonId("anna"),
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }

    private static CalendarView calendar(boolean demo, List<Holiday> holidays, PeriodView... periods) {
        return new CalendarView(
                new CloseGroup("dk"),
                new NetworkId("dk"),
                ZoneId.of("Europe/Copenhagen"),
                new AccountingPeriod("2024-10"),
                Energy.ZERO,
                Energy.ZERO,
                demo,
                null,
                List.of(),
                holidays,
                List.of(CloseTerms.standard()),
                List.of(periods),
                List.of(),
                List.of(),
                List.of());
    }
}
