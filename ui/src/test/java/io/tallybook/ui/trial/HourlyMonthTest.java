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
import java.util.ArrayList;
import java.util.List;
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

            String oneMore = system.point(0).value() + ",2024-" + period.substring(5) + "-15T12:30:00Z,1,GOOD\n";
            assertThat(crew.deliver("hours.csv", meters.csv() + oneMore).counts())
                    .isEqualTo(new ImportCounts(3 * hours + 1, 3 * hours, 0, 0, 0, 0, 0, 1));
            crew.open();
            crew.cutOff();
            MeterMonthNotReady waiting = house.await(system.month(0), MeterMonthNotReady.class);
            assertThat(waiting.openDeadLetters()).isEqualTo(1);
            assertThat(waiting.missing()).isZero();
            house.awaitQuiet();
            assertThat(house.all(system.close(), PackReady.class)).isEmpty();

            DeadLetterReceived letter = house.all(DeadLetterReceived.class).getFirst();
            crew.accountant(new ExcludeDeadLetter(letter.deadLetter(), "no such hour", Crew.ACCOUNTANT, House.now()));
            crew.finish(crew.awaitPack(1).packHash());

            assertThat(house.all(MeterMonthFrozen.class)).hasSize(3).allMatch(frozen -> frozen.records() == hours);
            new Books(house, system).equal(new Oracle(system, meters.rows()));
        }
    }

    private static void refusesOneRecordMoreThanTheDayHas(Crew crew, GasDay day, int hours) {
        GasSystem system = crew.system();
        Instant start = GasSystem.GAS_DAY.start(day);
        List<Quantity> quantities = new ArrayList<>();
        for (int hour = 0; hour <= hours; hour++) {
            quantities.add(new Quantity(
                    start.plus(Duration.ofHours(hour)), Energy.ofKwh(1), Direction.RECEIPT, "GOOD", hour + 1, null));
        }
        Answer answer = crew.ask(
                "oscar",
                Role.OPERATOR,
                new RecordQuantities(
                        system.month(0),
                        day,
                        system.rule(),
                        quantities,
                        Crew.source("too many hours"),
                        Crew.OPERATOR,
                        House.now()));
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.rule()).isEqualTo("outside-the-gas-day");
    }
}
