package io.tallybook.command.close;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.SetHolidays;
import io.tallybook.messages.close.CloseCalendarCommand.TakeBackPeriod;
import io.tallybook.messages.close.CloseCalendarEvent.CalendarOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.OpenImbalance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloseCalendarTest {
    private static final CloseGroup GROUP = new CloseGroup("dk");
    private static final PersonId ANNA = new PersonId("anna");
    private static final Instant AT = Instant.parse("2024-11-05T08:00:00Z");

    private final Tale<CloseCalendar> calendar = new Tale<>(CloseCalendar.class);

    @Test
    void isOpenedOnceWithItsOpeningBalance() {
        calendar.told(calendar(false, 0));
        assertThat(calendar.when(calendar(false, 0))).isEmpty();
        assertThat(calendar.refusal(calendar(false, 1))).isEqualTo("calendar-is-open");
    }

    @Test
    void opensTheFirstPeriodAndCountsDueDatesFromItsEndThere() {
        calendar.told(calendar(false, 0), open("2024-10"));
        PeriodOpened opened = calendar.latest(PeriodOpened.class);
        assertThat(opened.dueFrom()).isEqualTo(Instant.parse("2024-10-31T23:00:00Z"));
        assertThat(opened.previousLockHash()).isNull();
        assertThat(calendar.when(open("2024-10"))).isEmpty();
    }

    @Test
    void countsDueDatesFromTheOpeningInADemo() {
        calendar.told(calendar(true, 0), open("2024-10"));
        assertThat(calendar.latest(PeriodOpened.class).dueFrom()).isEqualTo(AT);
        assertThat(calendar.latest(PeriodOpened.class).demo()).isTrue();
    }

    @Test
    void givesAPeriodTheHolidaysItsDueDatesMayMeet() {
        Holiday saints = new Holiday(LocalDate.of(2024, 11, 1), "All Saints");
        Holiday newYear = new Holiday(LocalDate.of(2025, 1, 1), "New Year");
        Holiday unity = new Holiday(LocalDate.of(2024, 10, 3), "Unity");
        assertThat(calendar.refusal(holidays(2024, saints))).isEqualTo("not-found");
        calendar.told(calendar(false, 0), holidays(2024, saints, unity), holidays(2025, newYear));
        assertThat(calendar.when(holidays(2024, saints, unity))).isEmpty();
        assertThat(calendar.when(holidays(2026))).isEmpty();
        calendar.told(open("2024-10"));
        assertThat(calendar.latest(PeriodOpened.class).holidays()).containsExactly(saints.date(), newYear.date());
    }

    @Test
    void setsTheHolidaysOfAYearAnewAsAWhole() {
        Holiday saints = new Holiday(LocalDate.of(2024, 11, 1), "All Saints");
        calendar.told(calendar(false, 0), holidays(2024, saints), holidays(2024));
        calendar.told(open("2024-10"));
        assertThat(calendar.latest(PeriodOpened.class).holidays()).isNull();
    }

    @Test
    void takesNoHolidayOfAnotherYearAndNoneTwice() {
        Holiday saints = new Holiday(LocalDate.of(2024, 11, 1), "All Saints");
        assertThatThrownBy(() -> holidays(2025, saints)).hasMessageContaining("lie in it");
        assertThatThrownBy(() -> holidays(2024, saints, saints)).hasMessageContaining("named once");
        assertThat(holidays(2024, days(64)).holidays()).hasSize(64);
        assertThatThrownBy(() -> holidays(2024, days(65))).hasMessageContaining("at most 64");
    }

    private static Holiday[] days(int many) {
        return IntStream.range(0, many)
                .mapToObj(day -> new Holiday(LocalDate.of(2024, 1, 1).plusDays(day), "day " + day))
                .toArray(Holiday[]::new);
    }

    private static SetHolidays holidays(int year, Holiday... holidays) {
        return new SetHolidays(GROUP, year, List.of(holidays), ANNA, AT);
    }

    @Test
    void opensNoPeriodOutOfOrder() {
        assertThat(calendar.refusal(open("2024-10"))).isEqualTo("not-found");
        calendar.told(calendar(false, 0));
        assertThat(calendar.refusal(open("2024-09"))).isEqualTo("period-before-calendar");
        assertThat(calendar.refusal(open("2024-11"))).isEqualTo("previous-period-not-locked");
        calendar.told(open("2024-10"));
        assertThat(calendar.refusal(open("2024-11"))).isEqualTo("previous-period-not-locked");
        calendar.told(seal("2024-10", "a"));
        assertThat(calendar.refusal(open("2024-10"))).isEqualTo("period-is-locked");
        assertThat(calendar.refusal(open("2024-12"))).isEqualTo("previous-period-not-locked");
        assertThat(names(calendar.when(open("2024-11")))).containsExactly("PeriodOpened");
        assertThat(calendar.latest(PeriodOpened.class).previousLockHash()).isEqualTo(Sha256.of("a"));
    }

    @Test
    void aPeriodTakenBackIsNotOpenAndOpensAgain() {
        assertThat(calendar.refusal(takeBack(1))).isEqualTo("not-found");
        calendar.told(calendar(false, 0), open("2024-10"));
        assertThat(names(calendar.when(takeBack(1)))).containsExactly("PeriodTakenBack");
        assertThat(calendar.when(takeBack(1))).isEmpty();
        assertThat(calendar.refusal(seal("2024-10", "a"))).isEqualTo("period-not-open");

        calendar.told(open("2024-10"));
        assertThat(calendar.when(takeBack(1)))
                .as("told again after it opened anew")
                .isEmpty();
        calendar.told(seal("2024-10", "a"), open("2024-11"));
        assertThat(names(calendar.when(new TakeBackPeriod(GROUP, new AccountingPeriod("2024-11"), 1, ANNA, AT))))
                .containsExactly("PeriodTakenBack");
    }

    private static TakeBackPeriod takeBack(int opening) {
        return new TakeBackPeriod(GROUP, new AccountingPeriod("2024-10"), opening, ANNA, AT);
    }

    @Test
    void locksTheOpenPeriodOnceAndChainsItsHash() {
        assertThat(calendar.refusal(seal("2024-10", "a"))).isEqualTo("not-found");
        calendar.told(calendar(false, 0));
        assertThat(calendar.refusal(seal("2024-10", "a"))).isEqualTo("period-not-open");
        calendar.told(open("2024-10"), seal("2024-10", "a"));
        assertThat(calendar.when(seal("2024-10", "a"))).isEmpty();
        assertThat(calendar.refusal(seal("2024-10", "b"))).isEqualTo("period-is-locked");
        assertThat(calendar.refusal(seal("2024-11", "b"))).isEqualTo("period-not-open");
        Sha256 first = calendar.latest(PeriodLocked.class).chainHash();
        assertThat(first)
                .isEqualTo(Sha256.of(Sha256.of("opening|dk|2024-10|0|0\n") + "\n2024-10\n" + Sha256.of("a") + "\n"));
        calendar.told(open("2024-11"), seal("2024-11", "b"));
        assertThat(calendar.latest(PeriodLocked.class).chainHash())
                .isEqualTo(Sha256.of(first + "\n2024-11\n" + Sha256.of("b") + "\n"));
    }

    @Test
    void opensOnlyWithAnImbalanceThatIsOwedToTheLastDigit() {
        OpenImbalance owed = open("nord-1", "ellund", 700);
        OpenImbalance owing = open("sued-1", "ellund", -200);
        assertThat(calendar.refusal(calendar(false, 0, 500))).isEqualTo("opening-not-tied");
        assertThat(calendar.refusal(calendar(false, 0, 499, owed, owing))).isEqualTo("opening-not-tied");
        calendar.told(calendar(false, 0, 500, owed, owing));
        assertThat(calendar.latest(CalendarOpened.class).openImbalances()).containsExactly(owed, owing);
        assertThat(calendar.when(calendar(false, 0, 500, owed, owing))).isEmpty();
        assertThat(calendar.refusal(calendar(false, 0, 500, owed))).isEqualTo("calendar-is-open");
    }

    @Test
    void namesAnOpenImbalanceOnceAndAtMost256() {
        OpenImbalance owed = open("nord-1", "ellund", 1);
        assertThatThrownBy(() -> calendar(false, 0, 2, owed, owed)).hasMessageContaining("once per contract and point");
        assertThat(calendar(false, 0, 256, many(256)).openImbalances()).hasSize(256);
        assertThatThrownBy(() -> calendar(false, 0, 257, many(257))).hasMessageContaining("at most 256");
    }

    private static OpenImbalance[] many(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> open("c-" + i, "ellund", 1))
                .toArray(OpenImbalance[]::new);
    }

    private static OpenImbalance open(String contract, String point, long kwh) {
        return new OpenImbalance(new ContractId(contract), new PointId(point), Energy.ofKwh(kwh));
    }

    private static OpenCalendar calendar(boolean demo, long storage) {
        return calendar(demo, storage, 0);
    }

    private static OpenCalendar calendar(boolean demo, long storage, long imbalance, OpenImbalance... open) {
        return new OpenCalendar(
                GROUP,
                new NetworkId("dk"),
                new AccountingPeriod("2024-10"),
                ZoneId.of("Europe/Copenhagen"),
                Energy.ofKwh(storage),
                Energy.ofKwh(imbalance),
                List.of(open),
                demo,
                "sample",
                ANNA,
                AT);
    }

    private static OpenPeriod open(String period) {
        return new OpenPeriod(GROUP, new AccountingPeriod(period), ANNA, AT);
    }

    private static SealPeriod seal(String period, String hash) {
        return new SealPeriod(GROUP, new AccountingPeriod(period), Sha256.of(hash), ANNA, AT);
    }
}
