package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real SIGKILLs of the built program at named points of a close, of a locked month opened again, and of an adjustment booked and an
 * accrual released after it, reached by watching its log
 * from outside, and at random; then the same command again. {@link KillPlan} tells how many.
 */
class KillIT {
    @TempDir
    static Path scratch;

    private static Prepared prepared;
    private static Prepared locked;
    private static ClosedMonth undisturbed;

    @BeforeAll
    static void closeOnceUndisturbed() throws Exception {
        System.out.println("-Dtallybook.kills=" + KillPlan.ALL + " -Dtallybook.kill.seed=" + KillPlan.SEED);
        Prepared imported = Prepared.in(scratch);
        Path data = imported.copy("undisturbed");
        prepared = imported.taking(withoutKills(imported, data, People.SCRIPT));
        undisturbed = ClosedMonth.of(data, prepared.position());
        locked = prepared.locked(data, undisturbed.head());
    }

    @Test
    void aCloseComesToTheSameHoweverOftenItIsKilled() throws Exception {
        List<List<Kill>> closes = KillPlan.deal(KillPlan.OF_A_CLOSE, KillPlan.AT_CLOSES, new Random(KillPlan.SEED));
        List<Kill> struck = new ArrayList<>();
        for (int number = 0; number < closes.size(); number++) {
            System.out.println("close " + number);
            People people = number % 2 == 1 ? People.SIGNERS : People.SCRIPT;
            struck.addAll(underFire(prepared, "close-" + number, people, closes.get(number), undisturbed));
        }
        checkNamed(closes, struck);
    }

    @Test
    void aMonthOpenedAgainIsTakenBackOnceAndLockedAnewHoweverOftenItIsKilled() throws Exception {
        List<List<Kill>> months =
                KillPlan.deal(KillPlan.OF_A_REOPENING, KillPlan.AT_REOPENINGS, new Random(KillPlan.SEED));
        Path data = locked.copy("reopened");
        Prepared again = locked.taking(withoutKills(locked, data, People.REOPENERS));
        ClosedMonth reopened = ClosedMonth.of(data, locked.position());
        Prepared.delete(data);
        checkTakenBackOnce(reopened);
        List<Kill> struck = new ArrayList<>();
        for (int number = 0; number < months.size(); number++) {
            System.out.println("reopened month " + number);
            struck.addAll(underFire(again, "reopened-" + number, People.REOPENERS, months.get(number), reopened));
        }
        checkNamed(months, struck);
    }

    @Test
    void whatCameLateIsBookedOnceAndAnAccrualReleasedOnceHoweverOftenTheyAreKilled() throws Exception {
        Prepared.publication(Sample.GAS_FLOW_SECOND, locked.second());
        Path open = locked.copy("late");
        withoutKills(locked, open, People.LATECOMERS);
        Prepared late =
                locked.goneOn(open, ClosedMonth.of(open, locked.position()).head());
        Path data = late.copy("adjusted");
        Prepared again = late.taking(withoutKills(late, data, People.ADJUSTERS));
        ClosedMonth adjusted = ClosedMonth.of(data, late.position());
        Prepared.delete(data);
        checkBookedOnce(adjusted);
        List<List<Kill>> months =
                KillPlan.deal(KillPlan.OF_LATE_WORK, KillPlan.AT_LATE_WORK, new Random(KillPlan.SEED));
        List<Kill> struck = new ArrayList<>();
        for (int number = 0; number < months.size(); number++) {
            System.out.println("late work " + number);
            struck.addAll(underFire(again, "adjusted-" + number, People.ADJUSTERS, months.get(number), adjusted));
        }
        checkNamed(months, struck);
    }

    private static Duration withoutKills(Prepared from, Path data, People people) throws Exception {
        long began = System.nanoTime();
        try (MonthUnderFire month = new MonthUnderFire(from, data, people)) {
            month.close(List.of());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static List<Kill> underFire(
            Prepared from, String name, People people, List<Kill> kills, ClosedMonth expected) throws Exception {
        Path data = from.copy(name);
        List<Kill> struck;
        try (MonthUnderFire month = new MonthUnderFire(from, data, people)) {
            struck = month.close(kills);
        }
        ClosedMonth.of(data, from.position())
                .checkEquals(expected, "-Dtallybook.kill.seed=" + KillPlan.SEED + ", " + kills);
        Prepared.delete(data);
        return struck;
    }

    private static void checkNamed(List<List<Kill>> months, List<Kill> struck) {
        assertThat(struck)
                .as("every named point is come to")
                .containsAll(months.stream()
                        .flatMap(List::stream)
                        .filter(kill -> kill.at() != null)
                        .toList());
    }

    private static void checkBookedOnce(ClosedMonth adjusted) {
        for (String once : List.of(
                "adjustment.adjustments-prepared",
                "adjustment.ppa-calculated",
                "adjustment.ppa-approved",
                "adjustment.ppa-booked",
                "close.accrual-prepared",
                "close.accrual-released")) {
            assertThat(adjusted.count(once)).as(once).isOne();
        }
        assertThat(adjusted.figures("journal"))
                .anySatisfy(journal -> assertThat(journal).contains("/PPA/1 POSTED"))
                .anySatisfy(journal -> assertThat(journal).contains("/FLASH/1 REVERSED"));
    }

    /** Asked for, agreed to by two, everything that went out taken back, and the same figures as before under revision 2. */
    private static void checkTakenBackOnce(ClosedMonth reopened) {
        for (String once : List.of(
                "close.reopen-requested",
                "close.period-reopened",
                "close.close-reopened",
                "journal.journal-reversal-ordered",
                "journal.journal-reversed",
                "close.approvals-invalidated",
                "close.close-undone",
                "close.cutoff-declared",
                "close.pack-published",
                "close.period-locked",
                "close.close-locked")) {
            assertThat(reopened.count(once)).as(once).isOne();
        }
        assertThat(reopened.count("close.reopen-approved")).isEqualTo(2);
        assertThat(reopened.count("close.close-approved")).isEqualTo(2);
        assertThat(reopened.count("journal.journal-posted"))
                .as("the reversal and the booking after it")
                .isEqualTo(2);
        assertThat(reopened.count("statement.statement-voided"))
                .isEqualTo(undisturbed.count("statement.statement-issued"))
                .isEqualTo(reopened.count("statement.statement-issued"))
                .isPositive();
        assertThat(reopened.count("metering.meter-month-reopened"))
                .isEqualTo(undisturbed.count("metering.meter-month-closed"))
                .isEqualTo(reopened.count("metering.meter-month-closed"))
                .isPositive();
        for (String kind : List.of("lock", "balance", "statement", "journal")) {
            assertThat(reopened.figures(kind)).isNotEmpty().isEqualTo(undisturbed.figures(kind));
        }
        assertThat(reopened.figures("revision")).containsExactly("revision denmark/2024-10 2");
        assertThat(reopened.figures("taken back")).hasSize(1);
        assertThat(reopened.erp())
                .containsAll(undisturbed.erp())
                .hasSize(3 * undisturbed.erp().size());
    }
}
