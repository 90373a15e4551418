package io.tallybook.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GasDayTest {
    private static final GasDayRule COPENHAGEN = rule("Europe/Copenhagen", 6);
    private static final GasDayRule CHICAGO = rule("America/Chicago", 9);
    private static final GasDayRule MIDNIGHT = rule("Europe/Copenhagen", 0);

    @Test
    void beginsByTheWallClock() {
        assertThat(COPENHAGEN.start(new GasDay("2024-07-01"))).isEqualTo("2024-07-01T04:00:00Z");
        assertThat(COPENHAGEN.start(new GasDay("2024-12-01"))).isEqualTo("2024-12-01T05:00:00Z");
        assertThat(CHICAGO.start(new GasDay("2024-12-01"))).isEqualTo("2024-12-01T15:00:00Z");
    }

    @Test
    void has25HoursWhenTheClockGoesBackAnd23WhenItGoesForward() {
        assertThat(COPENHAGEN.length(new GasDay("2024-10-26"))).isEqualTo(Duration.ofHours(25));
        assertThat(COPENHAGEN.length(new GasDay("2024-03-30"))).isEqualTo(Duration.ofHours(23));
        assertThat(MIDNIGHT.length(new GasDay("2024-10-27"))).isEqualTo(Duration.ofHours(25));
        assertThat(CHICAGO.length(new GasDay("2024-11-02"))).isEqualTo(Duration.ofHours(25));
        assertThat(CHICAGO.length(new GasDay("2024-03-09"))).isEqualTo(Duration.ofHours(23));
        assertThat(COPENHAGEN.length(new GasDay("2024-10-25"))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void endsWhereTheNextOneBegins() {
        for (GasDay day : new AccountingPeriod("2024-10").days()) {
            assertThat(COPENHAGEN.end(day)).isEqualTo(COPENHAGEN.start(day.plusDays(1)));
        }
    }

    @Test
    void holdsItsFirstInstantAndNotItsEnd() {
        GasDay day = new GasDay("2024-10-26");
        assertThat(COPENHAGEN.dayOf(COPENHAGEN.start(day))).isEqualTo(day);
        assertThat(COPENHAGEN.dayOf(COPENHAGEN.end(day).minusNanos(1))).isEqualTo(day);
        assertThat(COPENHAGEN.dayOf(COPENHAGEN.end(day))).isEqualTo(day.plusDays(1));
        assertThat(COPENHAGEN.dayOf(COPENHAGEN.start(day).minusNanos(1))).isEqualTo(day.plusDays(-1));
    }

    @Test
    void theHourThatTheClockShowsTwiceIsOfOneDayBothTimes() {
        assertThat(MIDNIGHT.dayOf(Instant.parse("2024-10-27T00:30:00Z"))).isEqualTo(new GasDay("2024-10-27"));
        assertThat(MIDNIGHT.dayOf(Instant.parse("2024-10-27T01:30:00Z"))).isEqualTo(new GasDay("2024-10-27"));
    }

    @Test
    void aPeriodBeginsAndEndsWithItsGasDays() {
        AccountingPeriod october = new AccountingPeriod("2024-10");
        assertThat(COPENHAGEN.start(october)).isEqualTo("2024-10-01T04:00:00Z");
        assertThat(COPENHAGEN.end(october)).isEqualTo("2024-11-01T05:00:00Z");
    }

    @Test
    void aFebruaryHas28Or29Days() {
        assertThat(new AccountingPeriod("2023-02").days()).hasSize(28);
        assertThat(new AccountingPeriod("2024-02").days()).hasSize(29).endsWith(new GasDay("2024-02-29"));
    }

    @Test
    void aPeriodHoldsTheDaysOfItsMonthAndFollowsTheOneBefore() {
        AccountingPeriod december = new AccountingPeriod("2024-12");
        assertThat(december.contains(new GasDay("2024-12-31"))).isTrue();
        assertThat(december.contains(new GasDay("2025-01-01"))).isFalse();
        assertThat(december.next()).isEqualTo(new AccountingPeriod("2025-01"));
        assertThat(december.next().previous()).isEqualTo(december);
        assertThat(AccountingPeriod.of(new GasDay("2024-12-31"))).isEqualTo(december);
        assertThat(december).isLessThan(december.next());
    }

    @Test
    void isWrittenOneWayOnly() {
        for (String wrong : new String[] {
            "2024-10-1",
            "2024-02-30",
            "20241001",
            "+2024-10-01",
            "",
            "2024-10",
            "2024/10/01",
            "2024-1x-01",
            "２024-10-01"
        }) {
            assertThatThrownBy(() -> new GasDay(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
        for (String wrong : new String[] {"2024-1", "2024-13", "202410", "", "2024-10-01"}) {
            assertThatThrownBy(() -> new AccountingPeriod(wrong)).as(wrong).isInstanceOf(Invalid.class);
        }
    }

    private static GasDayRule rule(String zone, int hour) {
        return new GasDayRule(ZoneId.of(zone), LocalTime.of(hour, 0));
    }
}
