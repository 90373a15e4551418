package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Answer;
import io.tallybook.intake.IntakeConfiguration;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.deadletter.DeadLetterCommand.ExcludeDeadLetter;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthNotReady;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.whole.House;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months with a clock change: they have the hours their local clock says, and not one more. */
class HourlyMonthTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @CsvSource({"2024-10, 745, 2024-10-26, 25", "2024-03, 743, 2024-03-30, 23"})
    void closesWithTheHoursOfItsClockAndRefusesOneMore(String period, int hours, String changeDay, int hoursThatDay) {
        GasSystem system = GasSystem.hourly("h" + hours, period, 1, 3);
        Meters meters = new Meters(system, hours);
        assertThat(meters.rows()).hasSize(3 * hours);
        try (House house = House.open(TestDatabase.fresh(), directory, IntakeConfiguration.class)) {
            Crew crew = new Crew(house, system);
            crew.setUp();
            refusesOneRecordMoreThanTheDayHas(crew, new GasDay(changeDay), hoursThatDay);

            Meters.Row last = meters.rows().stream()
                    .filter(row -> row.point() == 1 && row.interval() == hours - 1)
                    .findFirst()
                    .orElseThrow();
            String oneMore = system.point(0).value() + "," + period + "-15T12:30:00Z,1,GOOD\n";
            assertThat(crew.deliver("hours.csv", meters.csv(row -> row != last) + oneMore)
                            .counts())
                    .isEqualTo(new ImportCounts(3 * hours, 3 * hours - 1, 0, 0, 0, 0, 0, 1));
            crew.open();
            crew.cutOff();
            waitsForOneHourAndOneDeadLetter(house, system, last);

            crew.deliver("last-hour.csv", Meters.HEADER + meters.line(last));
            refusesTheHourAfterTheLast(crew, last.start().plus(Duration.ofHours(1)));
            DeadLetterReceived letter = house.all(DeadLetterReceived.class).getFirst();
            crew.accountant(new ExcludeDeadLetter(letter.deadLetter(), "no such hour", Crew.ACCOUNTANT, House.now()));
            crew.finish(crew.awaitPack(1).packHash());

            assertThat(house.all(MeterMonthFrozen.class)).hasSize(3).allMatch(frozen -> frozen.records() == hours);
            new Books(house, system).equal(new Oracle(system, meters.rows()));
        }
    }

    private static void waitsForOneHourAndOneDeadLetter(House house, GasSystem system, Meters.Row missing) {
        MeterMonthNotReady whole = house.await(system.month(0), MeterMonthNotReady.class);
        assertThat(whole.openDeadLetters()).isEqualTo(1);
        assertThat(whole.missing()).isZero();
        MeterMonthNotReady another = house.await(system.month(1), MeterMonthNotReady.class);
        assertThat(another.openDeadLetters()).isZero();
        assertThat(another.firstMissing()).containsExactly(missing.start());
        assertThat(another.missing()).isEqualTo(1);
        house.awaitQuiet();
        assertThat(house.all(system.close(), PackReady.class)).isEmpty();
    }

    /** The month is full: there is no day of it that takes another hour. */
    private static void refusesTheHourAfterTheLast(Crew crew, Instant start) {
        GasDay lastDay = crew.system().period().lastDay();
        assertThat(record(crew, lastDay, List.of(start)).rule()).isEqualTo("outside-the-gas-day");
        assertThat(record(crew, lastDay.plusDays(1), List.of(start)).rule()).isEqualTo("outside-the-period");
    }

    private static void refusesOneRecordMoreThanTheDayHas(Crew crew, GasDay day, int hours) {
        Instant start = GasSystem.GAS_DAY.start(day);
        Answer answer = record(
                crew,
                day,
                IntStream.rangeClosed(0, hours)
                        .mapToObj(hour -> start.plus(Duration.ofHours(hour)))
                        .toList());
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.rule()).isEqualTo("outside-the-gas-day");
    }

    private static Answer record(Crew crew, GasDay day, List<Instant> starts) {
        List<Quantity> quantities = starts.stream()
                .map(start -> new Quantity(start, Energy.ofKwh(1), Direction.RECEIPT, "GOOD", 1, null))
                .toList();
        return crew.ask(
                "oscar",
                Role.OPERATOR,
                new RecordQuantities(
                        crew.system().month(0),
                        day,
                        crew.system().rule(),
                        quantities,
                        Crew.source("too many hours"),
                        Crew.OPERATOR,
                        House.now()));
    }
}
